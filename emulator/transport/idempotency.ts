import { createHash } from 'node:crypto'
import { Change } from '../state/change'
import type { KeptAnswer } from '../state/kinds'
import type { Ledger, Shelves } from '../state/ledger'
import type { Row } from '../state/store'
import { Refusal } from './refusal'

const KEPT_FOR_SECONDS = 86_400
const MAX_KEY_LENGTH = 255

/** What must be equal for two requests to be the same one. */
export function fingerprint(method: string, path: string, body: string): string {
  return createHash('sha256').update(`${method} ${path}\n${body}`).digest('hex')
}

/** The answer to replay, or undefined when the key is new or has aged out. */
export function keptAnswer(
  shelves: Shelves,
  key: string,
  print: string,
  now: number,
): KeptAnswer | undefined {
  if (key.length > MAX_KEY_LENGTH) throw keyRefusal(400, TOO_LONG)
  const kept = shelves.idempotency.get(key)
  if (!kept || isOld(kept, now)) return undefined
  if (kept.fingerprint !== print) throw keyRefusal(400, mismatch(key))
  return kept
}

/** Drops the keys that have aged out; returns the rows to keep that in. */
export function forgetOldKeys(ledger: Ledger, now: number): Row[] {
  const change = new Change(ledger)
  for (const account of ledger.accountIds()) {
    const old = [...ledger.shelves(account).idempotency.oldestFirst()].filter((kept) => isOld(kept, now))
    for (const { id } of old) change.remove(account, 'idempotency', id)
  }
  return change.rows()
}

/** Keys of requests that have not answered yet. Two at once would do the work twice. */
export class InFlight {
  private readonly keys = new Set<string>()

  /** Refuses a key that is under way; otherwise takes it and returns what gives it back. */
  enter(account: string, key: string): () => void {
    const entry = `${account} ${key}`
    if (this.keys.has(entry)) throw keyRefusal(409, inUse(key), 'idempotency_key_in_use')
    this.keys.add(entry)
    return () => this.keys.delete(entry)
  }
}

function isOld(kept: KeptAnswer, now: number): boolean {
  return kept.created + KEPT_FOR_SECONDS <= now
}

function keyRefusal(status: 400 | 409, message: string, code?: string): Refusal {
  const body = { type: 'idempotency_error', message, ...(code ? { code } : {}) } as const
  return new Refusal(status, body, { kept: false })
}

const TOO_LONG = 'Idempotency keys must be 255 characters or less.'

function mismatch(key: string) {
  return `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`
}

function inUse(key: string) {
  return `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`
}
