import { Change } from '../state/change'
import type { Row } from '../state/store/store'
import { authenticate, type Caller } from './authenticate'
import type { Engine, Incoming } from './engine'
import { fingerprint, keptAnswer, replayed } from './idempotency'
import { reply } from './reply'
import { type Outcome, run } from './run'

/** Authenticates, replays or runs, and keeps everything of the request in one commit before answering. */
export async function execute(engine: Engine, incoming: Incoming): Promise<Response> {
  const arrival = new Change(engine.database)
  const caller = authenticate(arrival, incoming.request.headers, engine.now())
  const key = incoming.request.method === 'POST' ? incoming.request.headers.get('idempotency-key') : null
  if (key) return once(engine, incoming, caller, arrival, key)
  return settle(engine, incoming, run(engine, incoming, caller), arrival.rows())
}

/** The same key does the work once: a second request in the meantime is refused, a later one is replayed. */
async function once(engine: Engine, incoming: Incoming, caller: Caller, arrival: Change, key: string) {
  const { request, requestId, path, form } = incoming
  const leave = engine.inFlight.enter(caller.account, key)
  try {
    const now = engine.now()
    const asked = { id: key, path, fingerprint: fingerprint(form) }
    const kept = keptAnswer(engine.database.collections(caller.account), asked, now)
    if (kept) return reply(replayed(kept), request, requestId)
    const outcome = run(engine, incoming, caller)
    const headers = { ...outcome.headers, 'original-request': requestId }
    if (outcome.kept) {
      const { status, body } = outcome
      // One that has aged out begins anew, and is the youngest again.
      outcome.change.remove(caller.account, 'idempotency', key)
      outcome.change.put(caller.account, 'idempotency', {
        ...asked,
        requestId,
        status,
        headers,
        body,
        created: now,
      })
    }
    return await settle(engine, incoming, { ...outcome, headers }, arrival.rows())
  } finally {
    leave()
  }
}

/** Keeps the change, then lets its deliveries go. */
async function settle(
  engine: Engine,
  incoming: Incoming,
  outcome: Outcome,
  before: Row[],
): Promise<Response> {
  await engine.commits.commit([...before, ...outcome.change.rows()])
  return reply(outcome, incoming.request, incoming.requestId)
}
