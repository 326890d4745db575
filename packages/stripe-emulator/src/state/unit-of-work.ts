import { missing, type Refusal } from '../wire/refusal'
import type { Change } from './change'
import type { Collections } from './database'
import { KIND_NAMES, type Kind, type Kinds, type NamedKind } from './kinds'

/** Who asks, and when. `request` is null for what a person does on the hosted page. */
export interface RequestContext {
  /** Unix seconds. */
  now: number
  origin: string
  platform: string
  request: { id: string; idempotencyKey: string | null } | null
  /** How far search is behind: what was made in the last so many seconds is not found. */
  searchLagSeconds?: number
  /** Sending an invoice ends in a refusal, as it does while Stripe will not send an account's e-mails. */
  sendRefused?: boolean
}

/** One account's state, open for one request. */
export class UnitOfWork {
  readonly collections: Collections

  constructor(
    readonly change: Change,
    readonly account: string,
    readonly context: RequestContext,
  ) {
    this.collections = change.collections(account)
  }

  get now(): number {
    return this.context.now
  }

  get<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    return this.collections[kind].get(id)
  }

  /** The object a parameter names; 400 when there is none. */
  need<K extends NamedKind>(kind: K, id: string, param: string): Kinds[K] {
    return this.get(kind, id) ?? raise(missing(KIND_NAMES[kind], id, param))
  }

  /** The object a path names; 404 when there is none. */
  target<K extends NamedKind>(kind: K, path: { id: string; param: string }): Kinds[K] {
    return this.get(kind, path.id) ?? raise(missing(KIND_NAMES[kind], path.id, path.param, 404))
  }

  put<K extends Kind>(kind: K, body: Kinds[K]): Kinds[K] {
    this.change.put(this.account, kind, body)
    return body
  }

  /** The same state at another time, as for what lives by a test clock. Unix seconds. */
  at(now: number): UnitOfWork {
    return now === this.now ? this : new UnitOfWork(this.change, this.account, { ...this.context, now })
  }

  /** Runs work on this state and takes back everything it wrote. */
  trial<T>(work: (unit: UnitOfWork) => T): T {
    const change = this.change.another()
    try {
      return work(new UnitOfWork(change, this.account, this.context))
    } finally {
      change.undo()
    }
  }

  remove(kind: Kind, id: string) {
    this.change.remove(this.account, kind, id)
  }
}

export function raise(refusal: Refusal): never {
  throw refusal
}
