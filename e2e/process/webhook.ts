import Stripe from 'stripe'
import type { NextServer } from '@/scripts/launch/process'
import { WEBHOOK_SECRET } from './app'

const TRIES = 3

/** Delivers an event as Stripe does: again, when the connection broke. Throws unless it is accepted. */
export async function deliver(event: Stripe.Event, { origin }: NextServer) {
  const payload = JSON.stringify(event)
  let failure: unknown
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      return await post(`${origin}/api/webhooks/stripe`, payload)
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

async function post(url: string, payload: string) {
  const headers = { 'stripe-signature': sign(payload), 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: payload })
  const text = await response.text()
  if (!response.ok) throw new Error(`The webhook answered ${response.status}: ${text}`)
}

function sign(payload: string) {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret: WEBHOOK_SECRET })
}
