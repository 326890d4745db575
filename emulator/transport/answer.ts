import { API_VERSION } from '../events/emit'
import type { Outgoing } from '../events/outgoing'
import type { FaultDesk } from '../faults/fault-desk'
import { REQUEST_FAULTS } from '../faults/orders'
import { faultInHeader, strikeAfter, strikeBefore } from '../faults/strike'
import { newId } from '../state/ids'
import type { Ledger } from '../state/ledger'
import type { Saver } from '../state/saver'
import { execute } from './execute'
import type { InFlight } from './idempotency'
import type { Operation, PathIds } from './operation'
import { Refusal } from './refusal'

export interface Engine {
  ledger: Ledger
  saver: Saver
  faults: FaultDesk
  outgoing: Outgoing
  inFlight: InFlight
  origin: string
  latencyMs: number
  /** Unix seconds. */
  now: () => number
}

export interface Incoming {
  operation: Operation | undefined
  ids: PathIds
  request: Request
  body: string
  requestId: string
}

/** Answers one API request, with the faults that were ordered for it. */
export async function answer(
  engine: Engine,
  request: Request,
  operation: Operation | undefined,
  ids: PathIds,
): Promise<Response> {
  const requestId = newId('req', 14)
  const { pathname } = new URL(request.url)
  const order = faultInHeader(request.headers) ?? engine.faults.takeRequest(request.method, pathname)
  const fault = REQUEST_FAULTS.find((kind) => kind === order?.kind)
  if (engine.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, engine.latencyMs))
  try {
    strikeBefore(fault)
    const body = await request.text()
    const response = await execute(engine, { operation, ids, request, body, requestId })
    return await strikeAfter(fault, response, order?.delayMs)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return reply(JSON.stringify(error, null, 2), error.status, request, requestId, error.headers)
  }
}

/** A JSON answer with the headers that every answer of Stripe's carries. */
export function reply(
  body: string,
  status: number,
  request: Request,
  requestId: string,
  extra: Record<string, string> = {},
): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'request-id': requestId, ...extra })
  headers.set('stripe-version', request.headers.get('stripe-version') ?? API_VERSION)
  for (const name of ['idempotency-key', 'stripe-account']) {
    const value = request.headers.get(name)
    if (value) headers.set(name, value)
  }
  return new Response(body, { status, headers })
}
