import { sum } from '../../../money/credit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { CREDIT_NOTE_TEXTS } from '../../../unconfirmed'
import { missingParam, refuse } from '../../../wire/refusal'
import type { Invoice } from '../../invoices/invoice'
import { chargesOf } from '../charges'
import type { CreditNote } from '../credit-note'
import { issuedNotes } from '../issued'
import type { NoteRefundRequest, NoteRequest } from '../params'

export type NoteRefund = CreditNote['refunds'][number]

/** Returns the refunds of a note that already exist, as the request names them. */
export function linkedRefunds(
  unit: UnitOfWork,
  invoice: Invoice,
  { refunds = [] }: NoteRequest,
): NoteRefund[] {
  const earlier = issuedNotes(unit, invoice).flatMap((note) => note.refunds)
  return refunds.map((given, index) => {
    const at = `refunds[${index}]`
    const link =
      given.type === 'payment_record_refund'
        ? linkRecord(unit, invoice, given, { at, earlier })
        : linkRefund(unit, invoice, given, { at, earlier })
    earlier.push(link)
    return link
  })
}

/**
 * Returns what was refunded of an invoice without a credit note, in minor units; `linking` is what a note links now.
 */
export function unlinkedRefundsMinor(unit: UnitOfWork, invoice: Invoice, linking: NoteRefund[]): number {
  const links = [...issuedNotes(unit, invoice).flatMap((note) => note.refunds), ...linking]
  const refunds = chargesOf(unit, invoice).flatMap((charge) => unit.collections.refund.inGroup(charge.id))
  const loose = refunds.filter(hasMoved).map((refund) => refund.amount - linkedMinor(links, refund.id))
  return sum(loose)
}

function linkRefund(
  unit: UnitOfWork,
  invoice: Invoice,
  given: NoteRefundRequest,
  { at, earlier }: { at: string; earlier: NoteRefund[] },
): NoteRefund {
  const param = `${at}[refund]`
  if (given.refund === undefined) throw missingParam(param)
  const refund = unit.need('refund', given.refund, param)
  const isOurs = chargesOf(unit, invoice).some((charge) => charge.id === refund.charge)
  if (!isOurs || !hasMoved(refund)) throw refuse(CREDIT_NOTE_TEXTS.refundElsewhere(refund.id), { param })
  const left = refund.amount - linkedMinor(earlier, refund.id)
  const amount_refunded = partOf(left, given, at)
  return { amount_refunded, payment_record_refund: null, refund: refund.id, type: 'refund' }
}

function linkRecord(
  unit: UnitOfWork,
  invoice: Invoice,
  given: NoteRefundRequest,
  { at, earlier }: { at: string; earlier: NoteRefund[] },
): NoteRefund {
  const param = `${at}[payment_record_refund]`
  const details = given.payment_record_refund
  if (!details) throw missingParam(param)
  const record = unit.need('payment_record', details.payment_record, `${param}[payment_record]`)
  const payments = unit.collections.invoice_payment.inGroup(invoice.id)
  if (!payments.some(({ payment }) => payment.payment_record === record.id)) {
    const message = CREDIT_NOTE_TEXTS.refundElsewhere(record.id)
    throw refuse(message, { param: `${param}[payment_record]` })
  }
  const linked = earlier.filter((each) => each.payment_record_refund?.payment_record === record.id)
  const left = record.amount_refunded.value - sum(linked.map((each) => each.amount_refunded))
  return {
    amount_refunded: partOf(left, given, at),
    payment_record_refund: details,
    refund: details.refund_group,
    type: 'payment_record_refund',
  }
}

/** What a note links of a refund, in minor units: what is left of it, or the part that is asked for. */
function partOf(left: number, { amount_refunded: amount = left }: NoteRefundRequest, at: string): number {
  if (left > 0 && amount <= left) return amount
  throw refuse(CREDIT_NOTE_TEXTS.refundTooMuch(amount, left), { param: `${at}[amount_refunded]` })
}

function linkedMinor(links: NoteRefund[], id: string): number {
  return sum(links.filter((each) => each.refund === id).map((each) => each.amount_refunded))
}

function hasMoved({ status }: { status: string | null }): boolean {
  return status !== 'failed' && status !== 'canceled'
}
