import { clock } from '@/lib/clock'
import { acceptEvent } from '@/lib/events/inbox'
import { cappedBody } from '@/lib/http/capped-body'
import { logSurprise } from '@/lib/log'
import { webhookSecrets } from '@/lib/stripe/endpoint'
import { verifyEvent } from '@/lib/stripe/events'

const BODY_MAX_BYTES = 512 * 1024

/**
 * Keeps a signed event and says so. What it means is worked out afterwards, for Stripe waits only a few seconds. 400 is
 * for what nobody vouches for; 503 tells Stripe to come again, because we could not keep it.
 */
export async function POST(request: Request) {
  const raw = await cappedBody(request, BODY_MAX_BYTES)
  if (!raw) return answer(413, { error: 'too_large' })
  const signature = request.headers.get('stripe-signature')
  const event = verifyEvent(raw, signature, webhookSecrets(), Math.floor(clock.wall().getTime() / 1000))
  if (!event) return answer(400, { error: 'not_verified' })
  try {
    await acceptEvent(event)
    return answer(200, { received: true })
  } catch (error) {
    logSurprise('a webhook could not be kept', error, { event: event.id })
    return answer(503, { error: 'not_kept' })
  }
}

function answer(status: number, body: object) {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
