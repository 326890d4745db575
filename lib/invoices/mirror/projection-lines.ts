import type Stripe from 'stripe'
import { lineFrom } from '@/lib/documents/bill/at-stripe'

/** Lines of an invoice that was made in Stripe, as our rows; a period is of days in the business's zone. */
export function mirroredLines(lines: Stripe.InvoiceLineItem[], zone: string) {
  return lines.map((line, position) => ({
    ...lineFrom(line, zone),
    stripeId: line.id,
    position,
    amountMinor: line.amount,
  }))
}
