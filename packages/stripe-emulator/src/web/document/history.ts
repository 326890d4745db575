import type { HostedInvoice } from '../../admin/admin'
import { formatMoney, type MoneyDisplay } from '../../money/format'
import { formatDay } from './dates'
import { zoneOf } from './party'
import { capitalized, methodWords } from './payment-words'

/** Something that happened to what is owed: a payment or a credit note. */
export interface HistoryRow {
  what: string
  when: string
  amount: string
  /** The charge whose receipt tells more. */
  charge?: string
  /** Where the PDF of the note is. */
  pdf?: string
}

export function paymentRows(hosted: HostedInvoice, display: MoneyDisplay = 'symbol'): HistoryRow[] {
  const zone = zoneOf(hosted)
  return hosted.payments.map(({ payment, charge }) => ({
    what: charge ? capitalized(methodWords(charge.payment_method_details)) : 'Outside Stripe',
    when: formatDay(payment.status_transitions.paid_at ?? payment.created, zone),
    amount: formatMoney(payment.amount_paid ?? 0, payment.currency, display),
    ...(charge && { charge: charge.id }),
  }))
}

export function creditRows(hosted: HostedInvoice, display: MoneyDisplay = 'symbol'): HistoryRow[] {
  const zone = zoneOf(hosted)
  return hosted.creditNotes.map((note) => ({
    what: note.number,
    when: formatDay(note.effective_at ?? note.created, zone),
    amount: formatMoney(-note.total, note.currency, display),
    pdf: note.pdf,
  }))
}
