import Stripe from 'stripe'
import type { NextServer } from '@/scripts/next-server'
import { WEBHOOK_SECRET } from './app'

/** Delivers an event as Stripe does. Throws unless it is accepted. */
export async function deliver(event: Stripe.Event, { origin }: NextServer) {
  const payload = JSON.stringify(event)
  const response = await fetch(`${origin}/api/webhooks/stripe`, {
    method: 'POST',
    headers: { 'stripe-signature': sign(payload), 'content-type': 'application/json' },
    body: payload,
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`The webhook answered ${response.status}: ${text}`)
}

function sign(payload: string) {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret: WEBHOOK_SECRET })
}
