import { injectAfter, injectBefore, injectDuring } from '../faults/inject'
import { newId } from '../state/ids'
import type { Operation, PathIds } from '../transport/operation'
import { parseForm } from '../transport/params/form'
import { Refusal } from '../wire/refusal'
import type { Engine } from './engine'
import { execute } from './execute'
import { reply } from './reply'

/** Answers one API request, with the faults that were ordered for it. */
export async function answer(
  engine: Engine,
  request: Request,
  operation: Operation | undefined,
  ids: PathIds,
): Promise<Response> {
  const requestId = newId('req')
  const { pathname: path, search } = new URL(request.url)
  if (engine.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, engine.latencyMs))
  try {
    const faults = engine.faults.takeRequest({ method: request.method, path }, request.headers)
    await injectBefore(faults, request)
    const form = parseForm(request.method === 'POST' ? await request.text() : search)
    const trouble = injectDuring(faults)
    const response = await execute(engine, { operation, ids, request, path, form, requestId, trouble })
    return await injectAfter(faults, response)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status, headers } = error
    return reply({ status, body: error.toJSON(), headers }, request, requestId)
  }
}
