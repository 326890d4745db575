import type { Kinds } from '../../state/kinds'
import type { UnitOfWork } from '../../state/unit-of-work'
import { type Operation, operation } from '../../transport/operation'
import { integer, text } from '../../transport/params/leaves'
import { list, type Read, required } from '../../transport/params/params'
import { badParam } from '../../wire/refusal'
import { loadExpanded } from '../answer/expandable'
import { type Fields, matcher } from './match'
import { parseQuery } from './query'

type Searchable = 'charge' | 'customer' | 'invoice' | 'payment_intent' | 'price' | 'product' | 'subscription'

const DEFAULT_LIMIT = 10
const MAX_COUNT = 10_000
const params = { limit: integer({ min: 1, max: 100 }), page: text(), query: required(text()) }
const expand = list(text())

/**
 * Describes `GET /v1/<resource>/search`, newest first. How many there are in all is only said when asked to expand it.
 */
export function searchOperation<K extends Searchable>(
  kind: K,
  resource: string,
  fields: Fields<Kinds[K]>,
): Operation {
  const path = `/v1/${resource}/search`
  const counted = operation('GET', path, params, ({ unit, params: asked }) => {
    return search(unit, kind, asked, matcher(parseQuery(asked.query), fields, resource), path)
  })
  return {
    ...counted,
    prepare: (form) => {
      const paths = expand.read(form.expand, 'expand') ?? []
      const others = paths.filter((each) => each !== 'total_count')
      const call = counted.prepare({ ...form, expand: others })
      return (unit, ids) => {
        const answer = call(unit, ids)
        return others.length < paths.length ? answer : { ...answer, body: uncounted(answer.body) }
      }
    },
  }
}

function search<K extends Searchable>(
  unit: UnitOfWork,
  kind: K,
  { limit = DEFAULT_LIMIT, page }: Read<typeof params>,
  passes: (body: Kinds[K]) => boolean,
  url: string,
) {
  const collection = unit.collections[kind]
  const found = [...collection.newestFirst()].filter((body) => isIndexed(unit, body.created) && passes(body))
  const before = page === undefined ? Number.POSITIVE_INFINITY : placeOf(page)
  const rest = found.filter(({ id }) => (collection.seqOf(id) ?? 0) < before)
  const shown = rest.slice(0, limit)
  const has_more = rest.length > limit
  return {
    object: 'search_result',
    data: shown.map(({ id }) => loadExpanded(unit, kind, id)),
    has_more,
    next_page: has_more ? pageToken(collection.seqOf(shown.at(-1)?.id ?? '') ?? 0) : null,
    total_count: Math.min(found.length, MAX_COUNT),
    url,
  }
}

/** Whether the index knows an object already; what lives ahead of our time, by a test clock, it always knows. */
function isIndexed({ now, context }: UnitOfWork, created: number): boolean {
  return created <= now - (context.searchLagSeconds ?? 0) || created > now
}

function uncounted(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'total_count'))
}

function pageToken(seq: number): string {
  return Buffer.from(`after:${seq}`).toString('base64url')
}

function placeOf(page: string): number {
  const [, seq] = /^after:(\d+)$/.exec(Buffer.from(page, 'base64url').toString()) ?? []
  if (seq === undefined) throw badParam(`${page} is an invalid page.`, { param: page })
  return Number(seq)
}
