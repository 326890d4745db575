import 'server-only'
import Stripe from 'stripe'
import { z } from 'zod'

/** Seconds that a signature may be old, or ahead of our clock. The SDK lets any time in the future pass. */
export const TOLERANCE_SECONDS = 300

// Stripe signs with at most a few secrets while one is being replaced, and its header is far shorter than this.
const HEADER_MAX = 1_024
const SIGNATURES_MAX = 8

const eventSchema = z.looseObject({
  id: z.string().startsWith('evt_').max(255),
  object: z.literal('event'),
  account: z.string().max(255).optional(),
  type: z.string().max(255),
  created: z.int(),
  livemode: z.boolean(),
  data: z.looseObject({ object: z.looseObject({}) }),
})

/** As much of a Stripe event as we rely on; the rest of it is kept with it. */
export type StripeEvent = z.infer<typeof eventSchema>

/**
 * The event in a webhook request, or null when none of the `secrets` signed these very bytes within five minutes of
 * `nowSeconds`, or when what they signed is not an event.
 */
export function verifyEvent(raw: Uint8Array, header: string | null, secrets: string[], nowSeconds: number) {
  if (!header || !isModest(header) || !isRecent(header, nowSeconds)) return null
  for (const secret of secrets) {
    const event = constructed(raw, header, secret)
    if (event) return parseEvent(event)
  }
  return null
}

/** What is not an event is null. */
export function parseEvent(value: unknown): StripeEvent | null {
  return eventSchema.safeParse(value).data ?? null
}

// Two headers arrive joined by a comma, so they show two times.
function isModest(header: string) {
  return (
    header.length <= HEADER_MAX &&
    header.split('v1=').length - 1 <= SIGNATURES_MAX &&
    header.split(/(?:^|,)\s*t=/).length === 2
  )
}

function isRecent(header: string, nowSeconds: number) {
  const time = Number(/(?:^|,)\s*t=(\d{1,12})(?:,|$)/.exec(header)?.[1])
  return Math.abs(nowSeconds - time) <= TOLERANCE_SECONDS
}

// The tolerance is checked above, both ways; the SDK reads the real clock, tests bring their own.
function constructed(raw: Uint8Array, header: string, secret: string): unknown {
  try {
    // The SDK's own decoding of bytes drops a byte order mark, and would vouch for bytes that nobody signed.
    return Stripe.webhooks.constructEvent(Buffer.from(raw).toString(), header, secret, 0)
  } catch {
    return null
  }
}
