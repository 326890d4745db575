import { createHash } from 'node:crypto'
import { Change } from '../state/change'
import type { Collections, Database } from '../state/database'
import type { KeptAnswer } from '../state/kinds'
import type { Row } from '../state/store/store'
import { type Form, type FormValue, isHash } from '../transport/params/form'
import { IDEMPOTENCY_TEXTS } from '../unconfirmed'
import { keyInUse, Refusal } from '../wire/refusal'
import type { Answered } from './reply'

const KEPT_FOR_SECONDS = 86_400
const MAX_KEY_LENGTH = 255

type Asked = Pick<KeptAnswer, 'id' | 'path' | 'fingerprint'>

/**
 * Returns what must be equal for two requests to be the same one: their parameters, however spelled and in whatever
 * order.
 */
export function fingerprint(form: Form): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(form)))
    .digest('base64')
}

/** Returns the answer to replay, or undefined when the key is new or has aged out. */
export function keptAnswer(collections: Collections, asked: Asked, now: number): KeptAnswer | undefined {
  if (asked.id.length > MAX_KEY_LENGTH) throw misuse(IDEMPOTENCY_TEXTS.keyTooLong)
  const kept = collections.idempotency.get(asked.id)
  if (!kept || isOld(kept, now)) return undefined
  if (kept.path !== asked.path) throw misuse(IDEMPOTENCY_TEXTS.otherEndpoint(asked.id, asked.path, kept.path))
  if (kept.fingerprint !== asked.fingerprint) throw misuse(otherParameters(asked))
  return kept
}

/** Returns the same answer again, marked as such. */
export function replayed({ status, headers, body }: KeptAnswer): Answered {
  return { status, body, headers: { ...headers, 'idempotent-replayed': 'true' } }
}

/** Drops the keys that have aged out; returns the rows to keep that in. */
export function forgetOldKeys(database: Database, now: number): Row[] {
  const change = new Change(database)
  for (const account of database.accountIds()) {
    for (const kept of database.collections(account).idempotency.oldestFirst()) {
      if (!isOld(kept, now)) break
      change.remove(account, 'idempotency', kept.id)
    }
  }
  return change.rows()
}

/** Keys of requests that have not answered yet. Two at once would do the work twice. */
export class InFlight {
  private readonly keys = new Set<string>()

  /** Refuses a key that is under way; otherwise takes it and returns what gives it back. */
  enter(account: string, key: string): () => void {
    const entry = `${account} ${key}`
    if (this.keys.has(entry)) throw keyInUse(key)
    this.keys.add(entry)
    return () => this.keys.delete(entry)
  }
}

function inOrder(value: FormValue): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isHash(value)) return value
  const names = Object.keys(value).sort()
  return Object.fromEntries(names.map((name) => [name, inOrder(value[name] ?? '')]))
}

function isOld(kept: KeptAnswer, now: number): boolean {
  return kept.created + KEPT_FOR_SECONDS <= now
}

function misuse(message: string): Refusal {
  return new Refusal(400, { type: 'idempotency_error', message }, { kept: false })
}

function otherParameters({ id }: Asked) {
  return `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${id}' if you meant to execute a different request.`
}
