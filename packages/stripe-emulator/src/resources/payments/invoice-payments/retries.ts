import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Invoice } from '../../invoices/invoice'
import { isHardDecline } from '../numbers/decline'

/** Stripe's usual schedule is eight attempts within two weeks (docs.stripe.com/billing/revenue-recovery/smart-retries). */
export const ATTEMPTS = 8
const DAYS_BETWEEN = 2
const DAY_SECONDS = 86_400

/** Returns when an invoice whose payment failed is charged again by itself, in unix seconds; null for never. */
export function nextAttempt(invoice: Invoice, now: number): number | null {
  return isCharged(invoice) && invoice.attempt_count < ATTEMPTS ? now + DAYS_BETWEEN * DAY_SECONDS : null
}

/** Returns whether Stripe charges for the invoice by itself. */
export function isCharged({ auto_advance, collection_method, status }: Invoice): boolean {
  return status === 'open' && auto_advance === true && collection_method === 'charge_automatically'
}

/** Returns whether another try with this method is pointless, because its bank has said no for good. */
export function isPointless(unit: UnitOfWork, invoice: Invoice, method: string): boolean {
  const last = unit.collections.invoice_payment
    .inGroup(invoice.id)
    .flatMap(({ payment }) => unit.get('payment_intent', payment.payment_intent ?? '') ?? [])
    .find((intent) => intent.status === 'requires_payment_method')?.last_payment_error
  return last?.payment_method?.id === method && isHardDecline(last.decline_code)
}
