import { Refusal } from '../transport/refusal'
import { type FaultOrder, REQUEST_FAULTS, type RequestFault } from './orders'

/** Refuses in the API's own words, before anything ran; or breaks the connection. */
export function strikeBefore(kind: RequestFault | undefined) {
  if (kind === 'reset-before') throw connectionReset()
  const refusal = kind && REFUSALS[kind]
  if (refusal) throw refusal()
}

/** Spoils an answer whose work is done and kept. */
export async function strikeAfter(kind: RequestFault | undefined, response: Response, delayMs = 1000) {
  if (kind === 'reset-after') throw connectionReset()
  if (kind === 'delay-after') await new Promise((resolve) => setTimeout(resolve, delayMs))
  if (kind === '500-after') return Response.json(serverError().toJSON(), { status: 500 })
  if (kind !== 'truncated-after') return response
  const body = await response.text()
  return new Response(body.slice(0, body.length / 2), { status: response.status, headers: response.headers })
}

/** The fault a request asks for in its own header. */
export function faultInHeader(headers: Headers): FaultOrder | undefined {
  const [name, delay] = (headers.get('x-emulator-fault') ?? '').split(':')
  const kind = REQUEST_FAULTS.find((each) => each === name)
  return kind ? { kind, times: 1, ...(delay ? { delayMs: Number(delay) } : {}) } : undefined
}

/** What `fetch` rejects with when the peer hangs up. */
export function connectionReset(): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), {
    code: 'ECONNRESET',
    errno: -104,
    syscall: 'read',
  })
  return Object.assign(new TypeError('fetch failed', { cause }), { code: 'ECONNRESET' })
}

const REFUSALS: Partial<Record<RequestFault, () => Refusal>> = {
  '429': () => rejection(429, RATE_LIMIT, 'rate_limit', { 'stripe-rate-limited-reason': 'global-rate' }),
  lock_timeout: () => rejection(429, LOCK_TIMEOUT, 'lock_timeout', { 'stripe-should-retry': 'true' }),
  '409': () => rejection(409, CONFLICT, 'idempotency_key_in_use'),
  '500-before': serverError,
}

function rejection(status: number, message: string, code: string, headers: Record<string, string> = {}) {
  return new Refusal(status, { type: 'invalid_request_error', message, code }, { kept: false, headers })
}

function serverError(): Refusal {
  return new Refusal(500, { type: 'api_error', message: 'An unknown error occurred' }, { kept: false })
}

const RATE_LIMIT =
  'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.'
const LOCK_TIMEOUT =
  'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request. If you see this error frequently and are making multiple concurrent requests to a single object, make your requests serially or at a lower rate. For more details, see https://stripe.com/docs/rate-limits#object-lock-timeouts.'
const CONFLICT = 'Another request is changing this object. Please try again later.'
