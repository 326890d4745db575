import type { HostedInvoice } from '../desk'
import { formatDay } from './dates'
import { formatMoneyInFull } from './money'
import { zoneOf } from './party'

const BRANDS: Record<string, string> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}

/** "$120.00 USD paid on December 1, 2026 with Visa ending in 4242." */
export function receiptText(hosted: HostedInvoice): string {
  const { invoice } = hosted
  if (invoice.amount_paid === 0) return 'Nothing was left to pay on this invoice.'
  const paidAt = invoice.status_transitions.paid_at
  const when = paidAt === null ? '' : ` on ${formatDay(paidAt, zoneOf(hosted))}`
  return `${formatMoneyInFull(invoice.amount_paid, invoice.currency)} paid${when} ${paidWith(hosted)}.`
}

export function paidWith({ charge }: HostedInvoice): string {
  if (!charge) return 'outside Stripe'
  const card = charge.payment_method_details?.card
  if (!card) return 'by bank'
  return `with ${BRANDS[card.brand ?? ''] ?? 'card'} ending in ${card.last4 ?? '····'}`
}
