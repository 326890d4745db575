import Stripe from 'stripe'
import { insertEvent } from '@/bench/floor/inbox'

/** The least a webhook can honestly do: verify the signature, keep the event, say so. */
export async function POST(request: Request) {
  const body = await request.text()
  const header = request.headers.get('stripe-signature') ?? ''
  const event = Stripe.webhooks.constructEvent(body, header, process.env.STRIPE_WEBHOOK_SECRET ?? '')
  await insertEvent(event.id, body)
  return Response.json({ received: true })
}
