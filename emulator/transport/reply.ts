import { API_VERSION } from '../events/emit'

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
