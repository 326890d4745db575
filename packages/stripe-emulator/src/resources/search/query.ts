import { TEXTS } from '../../unconfirmed'
import { refuse } from '../../wire/refusal'

export type Operator = ':' | '~' | '>' | '<' | '>=' | '<='

export interface Clause {
  /** As in `status` or `payment_method_details.card.last4`; `metadata` goes with a key. */
  field: string
  key: string | null
  operator: Operator
  /** Null where the query says `null`, which asks whether there is a value at all. */
  value: string | null
  isNegated: boolean
}

export interface Query {
  clauses: Clause[]
  joined: 'and' | 'or'
}

const MAX_CLAUSES = 10
const QUOTED = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`
const CLAUSE = new RegExp(
  [
    String.raw`(?:^|\s+(?:(?<joint>and|or)\s+)?)`,
    String.raw`(?<minus>-?)(?<field>[a-z_][\w.]*)(?:\[(?<key>${QUOTED})\])?`,
    String.raw`(?<operator>>=|<=|[>:~<])\s*(?<value>${QUOTED}|(?:-?\d+(?:\.\d+)?|null)(?=\s|$))`,
  ].join(''),
  'giys',
)

/** Reads Stripe's search query language (docs.stripe.com/search#search-query-language). */
export function parseQuery(text: string): Query {
  const query = text.trim()
  const matches = [...query.matchAll(CLAUSE)]
  const readLength = matches.reduce((sum, match) => sum + match[0].length, 0)
  if (matches.length === 0 || readLength < query.length) throw unreadable()
  const clauses = matches.map(({ groups = {} }) => toClause(groups))
  const joints = new Set(matches.slice(1).map(({ groups = {} }) => groups.joint?.toLowerCase() ?? 'and'))
  if (joints.size > 1) throw refuse(TEXTS.searchMixesAndOr)
  if (clauses.length > MAX_CLAUSES) throw refuse(TEXTS.searchTooLong(MAX_CLAUSES))
  return { clauses, joined: joints.has('or') ? 'or' : 'and' }
}

function toClause({
  minus,
  field = '',
  key,
  operator,
  value = '',
}: Record<string, string | undefined>): Clause {
  if ((field === 'metadata') !== (key !== undefined)) throw unreadable()
  return {
    field,
    key: key === undefined ? null : unquoted(key),
    operator: toOperator(operator),
    value: /^null$/i.test(value) ? null : unquoted(value),
    isNegated: minus === '-',
  }
}

function toOperator(text: string | undefined): Operator {
  const all = [':', '~', '>', '<', '>=', '<='] as const
  return all.find((operator) => operator === text) ?? ':'
}

/** A value without its quotes, and without the backslashes before quotes inside. */
function unquoted(value: string): string {
  return /^["']/.test(value) ? value.slice(1, -1).replace(/\\(.)/gs, '$1') : value
}

function unreadable() {
  return refuse(
    'We were unable to parse your search query. Try using the format `metadata["key"]:"value"` to query for metadata or key:"value" to query for other fields.',
  )
}
