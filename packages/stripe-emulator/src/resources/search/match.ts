import { TEXTS } from '../../unconfirmed'
import { refuse } from '../../wire/refusal'
import type { Clause, Operator, Query } from './query'

type Value = string | number | boolean | null | undefined

export interface Field<Body> {
  /** Says which operators a field has (docs.stripe.com/search#field-types). */
  type: 'numeric' | 'string' | 'token'
  of(body: Body): Value
}

/** The fields a resource may be searched by; metadata is one of every resource. */
export type Fields<Body> = Record<string, Field<Body>>

type Searched = { metadata?: Record<string, string> | null }
type Test<Body> = (body: Body) => boolean

const MIN_SUBSTRING = 3
const OPERATORS: Record<Field<never>['type'], Operator[]> = {
  numeric: [':', '>', '<', '>=', '<='],
  string: [':', '~'],
  token: [':'],
}

/** Returns the test that a query puts to every body; what the resource cannot be searched by is refused. */
export function matcher<Body extends Searched>(
  { clauses, joined }: Query,
  fields: Fields<Body>,
  resource: string,
): Test<Body> {
  const tests = clauses.map((clause) => testOf(clause, fieldOf(clause, fields, resource)))
  return (body) =>
    joined === 'or' ? tests.some((passes) => passes(body)) : tests.every((passes) => passes(body))
}

function fieldOf<Body extends Searched>(
  { field, key }: Clause,
  fields: Fields<Body>,
  resource: string,
): Field<Body> {
  if (key !== null) return { type: 'token', of: ({ metadata }) => own(metadata, key) }
  const found = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (found) return found
  const link = `http://stripe.com/docs/search#query-fields-for-${resource.replaceAll('_', '-')}`
  throw refuse(
    `Field \`${field}\` is an unsupported search field for resource \`${resource}\`. See ${link} for a list of supported fields.`,
  )
}

function testOf<Body>(clause: Clause, { type, of }: Field<Body>): Test<Body> {
  const { field, operator, value, isNegated } = clause
  if (!OPERATORS[type].includes(operator)) throw refuse(TEXTS.searchOperator(field, operator))
  const passes = value === null ? isEmpty : valueTest(type, clause, value)
  return (body) => passes(of(body)) !== isNegated
}

function valueTest(type: Field<never>['type'], { field, operator }: Clause, value: string): Test<Value> {
  if (type === 'numeric') return numberTest(operator, toNumber(field, value))
  const wanted = value.toLowerCase()
  if (operator === '~') {
    if ([...value].length < MIN_SUBSTRING) throw refuse(TEXTS.searchSubstring(MIN_SUBSTRING))
    return (given) => textOf(given).includes(wanted)
  }
  if (type === 'token') return (given) => !isEmpty(given) && textOf(given) === wanted
  return (given) => holdsPhrase(textOf(given), wanted)
}

function numberTest(operator: Operator, bound: number): Test<Value> {
  return (given) => {
    if (typeof given !== 'number') return false
    if (operator === '>') return given > bound
    if (operator === '<') return given < bound
    if (operator === '>=') return given >= bound
    return operator === '<=' ? given <= bound : given === bound
  }
}

/** All the words of the phrase, in its order and one after the other. */
function holdsPhrase(text: string, phrase: string): boolean {
  return ` ${words(text)} `.includes(` ${words(phrase)} `)
}

function words(text: string): string {
  return text.trim().split(/\s+/).join(' ')
}

function toNumber(field: string, value: string): number {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) throw refuse(TEXTS.searchNumber(field, value))
  return number
}

function isEmpty(value: Value): boolean {
  return value === null || value === undefined || value === ''
}

function textOf(value: Value): string {
  return String(value ?? '').toLowerCase()
}

function own(metadata: Searched['metadata'], key: string): string | undefined {
  return metadata && Object.hasOwn(metadata, key) ? metadata[key] : undefined
}
