import { Change } from '../state/change'
import { UnitOfWork } from '../state/unit-of-work'
import { Refusal } from '../wire/refusal'
import type { Caller } from './authenticate'
import type { Engine, Incoming } from './engine'
import { expandAnswer } from './expand'
import type { Answered } from './reply'

export interface Outcome extends Answered {
  change: Change
  /** False for what an idempotency key must not replay. */
  kept: boolean
}

/** Runs an operation against memory. Nothing here waits, so a request is atomic. */
export function run(engine: Engine, incoming: Incoming, caller: Caller): Outcome {
  const { operation, ids, request, path, form, requestId, trouble } = incoming
  const change = new Change(engine.database)
  const unit = new UnitOfWork(change, caller.account, {
    now: engine.now(),
    origin: engine.origin,
    platform: caller.platform,
    request: { id: requestId, idempotencyKey: request.headers.get('idempotency-key') },
    ...trouble,
  })
  try {
    if (!operation) throw unrecognized(request.method, path)
    const call = operation.prepare(form)
    const body = expandAnswer(unit, call(unit, ids))
    if (trouble.failed) throw new Refusal(500, UNKNOWN_ERROR)
    return { change, status: 200, body, headers: {}, kept: true }
  } catch (error) {
    return failed(change, error)
  }
}

function failed(change: Change, error: unknown): Outcome {
  const refusal = error instanceof Refusal ? error : unexpected(error)
  if (!refusal.effectsStand) change.undo()
  const { status, headers, kept } = refusal
  return { change, status, body: refusal.toJSON(), headers, kept }
}

function unexpected(error: unknown): Refusal {
  console.error(error)
  return new Refusal(500, UNKNOWN_ERROR, { kept: false })
}

const UNKNOWN_ERROR = { type: 'api_error', message: 'An unknown error occurred' } as const

function unrecognized(method: string, path: string): Refusal {
  const hint = path.endsWith('/') ? `${TRAILING_SLASH} ` : ''
  const message = `Unrecognized request URL (${method}: ${path}). ${hint}Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`
  return new Refusal(404, { type: 'invalid_request_error', message }, { kept: false })
}

const TRAILING_SLASH =
  'If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.'
