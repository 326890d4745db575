import type { Operation } from '../transport/operation'
import type { Param, Shape } from '../transport/params/params'
import { KnownIds } from './known-ids'
import { EXPANSIONS, ODD_FORMS, ODD_TEXTS, QUERIES, SENSIBLE } from './odd-texts'
import { STARTS } from './request-starts'

export interface RandomRequest {
  method: string
  /** With the query, when there is one. */
  path: string
  body: string | undefined
  headers: Record<string, string>
}

type Pair = [name: string, value: string]

const DEEPEST = 6

/**
 * Makes up requests from what each operation says it takes: mostly sensible, here and there wrong. The same dice
 * make the same requests of the same answers.
 */
export class RequestMaker {
  readonly ids = new KnownIds()
  /** The ids in the path of the request at hand. */
  private near: string[] = []

  private readonly operations: readonly Operation[]

  constructor(
    operations: readonly Operation[],
    private readonly roll: () => number,
    private readonly accounts: readonly string[],
  ) {
    // What makes things is drawn more often than what ends them.
    const making = operations.filter((operation) => STARTS[nameOf(operation)])
    this.operations = [...operations, ...making, ...making]
  }

  next(): RandomRequest {
    // Not so often a deletion, or there would soon be nothing to ask about.
    const drawn = this.pick(this.operations)
    const operation = drawn.method === 'DELETE' ? this.pick(this.operations) : drawn
    const { method } = operation
    this.near = []
    const path = operation.path.replaceAll(/(\w+)\/:(\w+)/g, (_, segment: string, name: string) => {
      const id = this.idFor(this.chance(0.8) ? segment : name)
      this.near.push(id)
      return `${segment}/${encodeURIComponent(id)}`
    })
    const form = this.chance(0.05) ? this.pick(ODD_FORMS) : this.form(operation)
    const headers = this.headers()
    if (method === 'POST') return { method, path, body: form, headers }
    return { method, path: `${path}?${form}`, body: undefined, headers }
  }

  private headers(): Record<string, string> {
    return {
      ...(this.chance(0.06) && { 'stripe-account': this.pick(this.accounts) }),
      ...(this.chance(0.05) && { 'idempotency-key': `key ${Math.floor(this.roll() * 20)}` }),
    }
  }

  private form(operation: Operation): string {
    const starts = STARTS[nameOf(operation)]
    const more = encode(this.pairsOf(operation))
    if (!starts || this.chance(0.2)) return more
    const start = this.pick(starts).replaceAll(/\{(\w+)\}/g, (_, kind: string) =>
      encodeURIComponent(this.idFor(kind)),
    )
    return this.chance(0.6) ? start : `${more}&${start}`
  }

  private pairsOf({ shape }: Operation): Pair[] {
    const expand: Pair[] = this.chance(0.15) ? [['expand[]', this.pick(EXPANSIONS)]] : []
    return [...this.fields(shape, '', 0), ...this.strangers(shape), ...expand]
  }

  /** A parameter that is not there, now and then. */
  private strangers(shape: Shape): Pair[] {
    if (!this.chance(0.03)) return []
    return [[this.pick([...ODD_TEXTS, ...Object.keys(shape).map((name) => `${name}[a]`)]), '1']]
  }

  private fields(shape: Shape, at: string, depth: number): Pair[] {
    const share = this.roll() * this.roll() * 0.6
    return Object.entries(shape).flatMap(([name, param]) => {
      const isThere = this.chance(param.isRequired ? 0.95 : share)
      return isThere ? this.given(param, name, at === '' ? name : `${at}[${name}]`, depth) : []
    })
  }

  private given(param: Param<unknown>, name: string, at: string, depth: number): Pair[] {
    const { holds } = param
    if (this.chance(0.02))
      return [[`${at}${this.pick(['[]', '[0]', '[a]', '[a][b]', ''])}`, this.pick(ODD_TEXTS)]]
    if (depth > DEEPEST || !holds || this.chance(0.01)) return this.leaf(name, at)
    if ('values' in holds) return [[at, this.chance(0.97) ? this.pick(holds.values) : this.pick(ODD_TEXTS)]]
    if ('fields' in holds) return this.fields(holds.fields, at, depth + 1)
    if ('byKey' in holds)
      return this.given(holds.byKey, name, `${at}[${this.pick(['eur', 'jpy', 'EUR'])}]`, depth + 1)
    const { each } = holds
    return Array.from({ length: 1 + Math.floor(this.roll() * 3) }).flatMap((_, index) =>
      this.given(each, name, `${at}[${this.chance(0.95) ? index : ''}]`, depth + 1),
    )
  }

  /** Text, or one of the few that are hashes of any name: metadata and ranges of time. */
  private leaf(name: string, at: string): Pair[] {
    if (name === 'metadata') return [[`${at}[${this.pick(['a', 'b', ...ODD_TEXTS])}]`, this.pick(ODD_TEXTS)]]
    if (/created|date/.test(name) && this.chance(0.5)) {
      return [[`${at}[${this.pick(['gt', 'gte', 'lt', 'lte', 'eq'])}]`, this.pick(['0', '1800000000', 'a'])]]
    }
    if (name === 'query') return [[at, this.pick(QUERIES)]]
    const sensible = SENSIBLE[name] ?? []
    if (sensible.length > 0 && this.chance(0.7)) return [[at, this.pick(sensible)]]
    return [[at, this.chance(0.85) ? this.idFor(name) : this.pick(ODD_TEXTS)]]
  }

  private idFor(name: string): string {
    const called = this.ids.called(name)
    const kin = called.filter((id) => this.near.some((other) => this.ids.belongs(id, other)))
    const fitting = kin.length > 0 && this.chance(0.8) ? kin : called
    if (fitting.length > 0 && this.chance(0.9)) return this.pickLate(fitting)
    const any = this.ids.everything()
    return any.length > 0 && this.chance(0.4) ? this.pick(any) : this.pick(ODD_TEXTS)
  }

  private chance(share: number): boolean {
    return this.roll() < share
  }

  /** Rather a late one: what was made lately is still open to most things. */
  private pickLate(from: readonly string[]): string {
    return this.pick(from.slice(Math.floor(Math.sqrt(this.roll()) * from.length)))
  }

  private pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.roll() * from.length)]
    if (found === undefined) throw new Error('There is nothing to pick from.')
    return found
  }
}

function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`
}

function encode(pairs: Pair[]): string {
  return pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
}
