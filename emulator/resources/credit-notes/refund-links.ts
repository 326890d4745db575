import { sum } from '../../money/credit'
import type { Book } from '../../state/book'
import { refuse } from '../../transport/refusal'
import { CREDIT_NOTE_TEXTS } from '../../unconfirmed'
import type { Invoice } from '../invoices/invoice'
import { chargesOf } from './charges'
import type { CreditNote } from './credit-note'
import { issuedNotes } from './issued'
import { missingParam } from './line-rules'
import type { NoteRefundRequest, NoteRequest } from './params'

export type NoteRefund = CreditNote['refunds'][number]

/** The refunds of a note that already exist, as the request names them. */
export function linkedRefunds(book: Book, invoice: Invoice, { refunds = [] }: NoteRequest): NoteRefund[] {
  const earlier = issuedNotes(book, invoice).flatMap((note) => note.refunds)
  return refunds.map((given, index) => {
    const at = `refunds[${index}]`
    const link =
      given.type === 'payment_record_refund'
        ? linkRecord(book, invoice, given, at)
        : linkRefund(book, invoice, given, { at, earlier })
    earlier.push(link)
    return link
  })
}

/** What was refunded of an invoice without a credit note, in minor units; `linking` is what a note links now. */
export function unlinkedRefundsMinor(book: Book, invoice: Invoice, linking: NoteRefund[]): number {
  const links = [...issuedNotes(book, invoice).flatMap((note) => note.refunds), ...linking]
  const refunds = chargesOf(book, invoice).flatMap((charge) => book.shelves.refund.inGroup(charge.id))
  const loose = refunds.filter(hasMoved).map((refund) => refund.amount - linkedMinor(links, refund.id))
  return sum(loose)
}

function linkRefund(
  book: Book,
  invoice: Invoice,
  given: NoteRefundRequest,
  { at, earlier }: { at: string; earlier: NoteRefund[] },
): NoteRefund {
  const param = `${at}[refund]`
  if (given.refund === undefined) throw missingParam(param)
  const refund = book.need('refund', given.refund, param)
  const isOurs = chargesOf(book, invoice).some((charge) => charge.id === refund.charge)
  if (!isOurs || !hasMoved(refund)) throw refuse(CREDIT_NOTE_TEXTS.refundElsewhere(refund.id), { param })
  const left = refund.amount - linkedMinor(earlier, refund.id)
  const amount = given.amount_refunded ?? left
  if (left === 0 || amount > left) {
    throw refuse(CREDIT_NOTE_TEXTS.refundTooMuch(amount, left), { param: `${at}[amount_refunded]` })
  }
  return { amount_refunded: amount, payment_record_refund: null, refund: refund.id, type: 'refund' }
}

function linkRecord(book: Book, invoice: Invoice, given: NoteRefundRequest, at: string): NoteRefund {
  const param = `${at}[payment_record_refund]`
  const details = given.payment_record_refund
  if (!details) throw missingParam(param)
  const record = book.need('payment_record', details.payment_record, `${param}[payment_record]`)
  const payments = book.shelves.invoice_payment.inGroup(invoice.id)
  if (!payments.some(({ payment }) => payment.payment_record === record.id)) {
    throw refuse(CREDIT_NOTE_TEXTS.refundElsewhere(record.id), { param: `${param}[payment_record]` })
  }
  return {
    amount_refunded: given.amount_refunded ?? record.amount_refunded.value,
    payment_record_refund: details,
    refund: details.refund_group,
    type: 'payment_record_refund',
  }
}

function linkedMinor(links: NoteRefund[], id: string): number {
  return sum(links.filter((each) => each.refund === id).map((each) => each.amount_refunded))
}

function hasMoved({ status }: { status: string | null }): boolean {
  return status !== 'failed' && status !== 'canceled'
}
