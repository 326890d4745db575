import { keyInUse, Refusal } from '../wire/refusal'
import type { FaultKind, FaultOrder } from './orders'

const USUAL_DELAY_MS = 1000
const USUAL_SEARCH_LAG_MS = 60_000

/** Refuses in the API's own words, before anything ran; or breaks the connection, or takes its time. */
export async function injectBefore(orders: FaultOrder[], request: Request) {
  for (const { kind, delayMs = USUAL_DELAY_MS } of orders) {
    if (kind === 'reset-before') throw connectionReset()
    if (kind === 'delay-before') await wait(delayMs)
    const refusal = REFUSALS[kind]?.(request)
    if (refusal) throw refusal
  }
}

interface Trouble {
  searchLagSeconds?: number
  sendRefused?: boolean
  /** It ends in a failure of the server's own, which undoes it and is kept under the key. */
  failed?: boolean
}

/** Returns what goes wrong inside the work. */
export function injectDuring(orders: FaultOrder[]): Trouble {
  const lag = orders.find(({ kind }) => kind === 'search-lag')
  const refused = orders.some(({ kind }) => kind === 'send-refused')
  return {
    ...(lag && { searchLagSeconds: (lag.delayMs ?? USUAL_SEARCH_LAG_MS) / 1000 }),
    ...(refused && { sendRefused: true }),
    ...(orders.some(({ kind }) => kind === '500-kept') && { failed: true }),
  }
}

/** Spoils an answer whose work is done and kept. */
export async function injectAfter(orders: FaultOrder[], response: Response): Promise<Response> {
  const kinds = orders.map(({ kind }) => kind)
  if (kinds.includes('reset-after')) throw connectionReset()
  if (kinds.includes('500-after')) throw serverError()
  for (const { kind, delayMs } of orders) if (kind === 'delay-after') await wait(delayMs ?? USUAL_DELAY_MS)
  return kinds.includes('truncated-after') ? truncated(response) : response
}

/** Half of the answer, and then the connection is gone. */
async function truncated(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const parts = [bytes.slice(0, bytes.length / 2)]
  const body = new ReadableStream({
    pull: (controller) => {
      const part = parts.shift()
      if (part) controller.enqueue(part)
      else controller.error(new TypeError('terminated', { cause: brokenOff() }))
    },
  })
  const headers = new Headers(response.headers)
  // Or a server that likes to know the length would wait for all of it, and say that it failed.
  headers.set('transfer-encoding', 'chunked')
  return new Response(body, { status: response.status, headers })
}

/** Returns what `fetch` rejects with when the peer hangs up. */
export function connectionReset(): TypeError {
  return Object.assign(new TypeError('fetch failed', { cause: brokenOff() }), { code: 'ECONNRESET' })
}

function brokenOff() {
  return Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', errno: -104, syscall: 'read' })
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

const SHOULD_RETRY = { 'stripe-should-retry': 'true' }

const REFUSALS: Partial<Record<FaultKind, (request: Request) => Refusal>> = {
  '429': () => tooMany('rate_limit', RATE_LIMIT, LIMITED),
  '429-retry': () => tooMany('rate_limit', RATE_LIMIT, { ...LIMITED, ...SHOULD_RETRY }),
  lock_timeout: () => tooMany('lock_timeout', LOCK_TIMEOUT, SHOULD_RETRY),
  '409': (request) => keyInUse(request.headers.get('idempotency-key') ?? 'none'),
  '500-before': serverError,
}

function tooMany(code: string, message: string, headers: Record<string, string>): Refusal {
  return new Refusal(429, { type: 'invalid_request_error', message, code }, { kept: false, headers })
}

function serverError(): Refusal {
  return new Refusal(500, { type: 'api_error', message: 'An unknown error occurred' }, { kept: false })
}

const LIMITED = { 'stripe-rate-limited-reason': 'global-rate' }
const RATE_LIMIT =
  'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.'
const LOCK_TIMEOUT =
  'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request. If you see this error frequently and are making multiple concurrent requests to a single object, make your requests serially or at a lower rate. For more details, see https://stripe.com/docs/rate-limits#object-lock-timeouts.'
