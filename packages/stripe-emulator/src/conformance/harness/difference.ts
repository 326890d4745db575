import { type Hash, isHash } from '../../wire/hash'
import type { Exchange } from './recorder'

type Answered = Pick<Exchange, 'method' | 'path' | 'status' | 'body'>

/** One thing that two recordings of the same rule do not agree on. */
export interface Disagreement {
  /** `POST /v1/invoices/{in}/finalize #2`: the second such call. */
  exchange: string
  /** `status`, or the path of a field. */
  field: string
  real: unknown
  emulator: unknown
}

const ABSENT = '(absent)'

/**
 * Returns where two recordings differ: calls made by one only, statuses, fields that are there or not, their types,
 * and their values, but for ids, times, addresses and words made at random, of which only the kind counts.
 */
export function difference(real: Answered[], emulator: Answered[]): Disagreement[] {
  const theirs = byCall(real)
  const ours = byCall(emulator)
  return [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((exchange) => {
    const one = theirs.get(exchange)
    const other = ours.get(exchange)
    const outcome = (each: Answered | undefined) => each?.status ?? '(not called)'
    const statuses = compare('status', outcome(one), outcome(other))
    const fields = one && other ? compare('', one.body, other.body) : []
    return [...statuses, ...fields].map((each) => ({ exchange, ...each }))
  })
}

/** Of a call asked again and again until it said what was waited for, the last answer counts. */
function byCall(recording: Answered[]): Map<string, Answered> {
  const calls = new Map<string, Answered>()
  const counts = new Map<string, number>()
  let last = ''
  for (const each of recording) {
    const exact = `${each.method} ${each.path}`
    const call = `${each.method} ${withoutIds(each.path).replaceAll(/\d{10,}/g, '{time}')}`
    const isAgain = each.method === 'GET' && exact === last
    const count = (counts.get(call) ?? 0) + (isAgain ? 0 : 1)
    counts.set(call, count)
    calls.set(`${call} #${count}`, each)
    last = exact
  }
  return calls
}

type Found = Omit<Disagreement, 'exchange'>

function compare(field: string, real: unknown, emulator: unknown): Found[] {
  if (Array.isArray(real) && Array.isArray(emulator)) {
    const length = compare(`${field}.length`, real.length, emulator.length)
    const shorter = real.slice(0, emulator.length)
    return [
      ...length,
      ...shorter.flatMap((each, index) => compare(`${field}[${index}]`, each, emulator[index])),
    ]
  }
  if (isHash(real) && isHash(emulator)) {
    return [...new Set([...Object.keys(real), ...Object.keys(emulator)])].flatMap((key) => {
      if (IGNORED.has(key)) return []
      const valueIn = (hash: Hash) => (Object.hasOwn(hash, key) ? hash[key] : ABSENT)
      return compare(field === '' ? key : `${field}.${key}`, valueIn(real), valueIn(emulator))
    })
  }
  const [one, other] = [kindOf(real), kindOf(emulator)]
  return one === other ? [] : [{ field, real: shown(one, real), emulator: shown(other, emulator) }]
}

/** What only one of the two can have. */
const IGNORED: ReadonlySet<string> = new Set(['request_log_url'])

/** Replaces ids inside a text by what kind of id each is: `/v1/invoices/{in}`. */
function withoutIds(text: string): string {
  const id = /(?<![A-Za-z\d])([a-z]{2,}(?:_[a-z]+)*)_(?=\w*[A-Z\d])[A-Za-z\d]{8,}(?![A-Za-z\d])/g
  return text.replaceAll(id, '{$1}')
}

/** Everything by its value, but for what is never twice the same, which goes by its kind. */
function kindOf(value: unknown): string {
  if (isHash(value)) return '{hash}'
  if (Array.isArray(value)) return '{list}'
  if (typeof value === 'number' && value > 1_500_000_000 && value < 2_500_000_000) return '{time}'
  if (typeof value !== 'string') return exactly(value)
  if (/^https?:\/\//.test(value)) return '{address}'
  if (/^stripe-node-retry-/.test(value)) return '{key}'
  if (/^[A-Z\d]{8}$/.test(value)) return '{prefix}'
  const plain = withoutIds(value.replace(/^[A-Z\d]{8}-(?=\d{4})/, '{prefix}-'))
  return plain === value ? exactly(value) : plain
}

function shown(kind: string, value: unknown): unknown {
  return kind === exactly(value) ? value : kind
}

function exactly(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined'
}
