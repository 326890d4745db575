import type Stripe from 'stripe'

/** Returns what each event is about, and what it says was before, in the order they came. */
export function summaryOf(events: Stripe.Event[]): [type: string, previous?: unknown][] {
  return events.map(({ type, data }) =>
    'previous_attributes' in data ? [type, data.previous_attributes] : [type],
  )
}
