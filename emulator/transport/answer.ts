import { REQUEST_FAULTS } from '../faults/orders'
import { faultInHeader, strikeAfter, strikeBefore } from '../faults/strike'
import { newId } from '../state/ids'
import type { Engine } from './engine'
import { execute } from './execute'
import { parseForm } from './form'
import type { Operation, PathIds } from './operation'
import { Refusal } from './refusal'
import { reply } from './reply'

/** Answers one API request, with the faults that were ordered for it. */
export async function answer(
  engine: Engine,
  request: Request,
  operation: Operation | undefined,
  ids: PathIds,
): Promise<Response> {
  const requestId = newId('req', 14)
  const { pathname: path, search } = new URL(request.url)
  const order = faultInHeader(request.headers) ?? engine.faults.takeRequest(request.method, path)
  const fault = REQUEST_FAULTS.find((kind) => kind === order?.kind)
  if (engine.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, engine.latencyMs))
  try {
    strikeBefore(fault)
    const form = parseForm(request.method === 'POST' ? await request.text() : search)
    const response = await execute(engine, { operation, ids, request, path, form, requestId })
    return await strikeAfter(fault, response, order?.delayMs)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status, headers } = error
    return reply({ status, body: error.toJSON(), headers }, request, requestId)
  }
}
