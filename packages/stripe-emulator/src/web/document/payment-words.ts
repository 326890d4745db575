import type { HostedInvoice } from '../../admin/admin'
import { formatMoneyInFull } from '../../money/format'
import { formatDay } from './dates'
import { zoneOf } from './party'

/** The parts of a charge's details, or of a payment method, that name what was paid with. */
interface PaidWith {
  card?: { brand?: string | null; last4?: string | null }
  us_bank_account?: { last4: string | null }
  sepa_debit?: { last4: string | null }
}

const BRANDS: Record<string, string> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}

/** Returns "$120.00 USD paid on December 1, 2026 with Visa ending in 4242." */
export function receiptText(hosted: HostedInvoice): string {
  const { invoice } = hosted
  if (invoice.amount_paid === 0) return 'Nothing was left to pay on this invoice.'
  const paidAt = invoice.status_transitions.paid_at
  const when = paidAt === null ? '' : ` on ${formatDay(paidAt, zoneOf(hosted))}`
  return `${formatMoneyInFull(invoice.amount_paid, invoice.currency)} paid${when} ${howWords(hosted)}.`
}

/** Returns whether nothing but the latest charge, or nothing but money from outside, paid the invoice. */
export function isPaidAtOnce({ invoice, charge, payments }: HostedInvoice): boolean {
  if (payments.length > 1) return false
  return !charge || charge.amount >= invoice.amount_paid
}

function howWords(hosted: HostedInvoice): string {
  if (!isPaidAtOnce(hosted)) return 'in parts'
  const { charge } = hosted
  return charge ? `with ${methodWords(charge.payment_method_details)}` : 'outside Stripe'
}

/** Returns "Visa ending in 4242": what something was paid with. */
export function methodWords(paidWith: PaidWith | null): string {
  if (paidWith?.us_bank_account) return endingIn('bank account', paidWith.us_bank_account.last4)
  if (paidWith?.sepa_debit) return endingIn('SEPA Direct Debit', paidWith.sepa_debit.last4)
  if (!paidWith?.card) return 'a bank'
  return endingIn(BRANDS[paidWith.card.brand ?? ''] ?? 'card', paidWith.card.last4)
}

function endingIn(name: string, last4: string | null | undefined): string {
  return `${name} ending in ${last4 ?? '····'}`
}

export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
