import { API_VERSION } from '../events/emit'

export interface Answered {
  status: number
  /** What stands in the answer, as JSON will give it. */
  body: unknown
  headers: Record<string, string>
}

/** Makes a JSON answer with the headers that every answer of Stripe's carries. */
export function reply(
  { status, body, headers: extra }: Answered,
  request: Request,
  requestId: string,
): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'request-id': requestId, ...extra })
  headers.set('stripe-version', request.headers.get('stripe-version') ?? API_VERSION)
  for (const name of ['idempotency-key', 'stripe-account']) {
    const value = request.headers.get(name)
    if (value) headers.set(name, value)
  }
  return new Response(JSON.stringify(body, null, 2), { status, headers })
}
