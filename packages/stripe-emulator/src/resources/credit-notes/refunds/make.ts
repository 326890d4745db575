import type { UnitOfWork } from '../../../state/unit-of-work'
import { CREDIT_NOTE_TEXTS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import type { Invoice } from '../../invoices/invoice'
import { refundCharge } from '../../refunds/refund-charge'
import { chargesOf } from '../charges'
import type { NoteRequest } from '../params'
import type { NoteRefund } from './links'

/** Refunds the charges that paid the invoice, oldest first. */
export function makeRefunds(
  unit: UnitOfWork,
  invoice: Invoice,
  { refund_amount = 0, reason }: NoteRequest,
): NoteRefund[] {
  const charges = chargesOf(unit, invoice)
  const refunds: NoteRefund[] = []
  let left = refund_amount
  for (const charge of charges) {
    const isLast = charge === charges.at(-1)
    const amount = isLast ? left : Math.min(left, charge.amount - charge.amount_refunded)
    if (amount === 0) continue
    const { id } = refundCharge(unit, charge, amount, { reason: refundReason(reason), metadata: {} })
    refunds.push({ amount_refunded: amount, payment_record_refund: null, refund: id, type: 'refund' })
    left -= amount
  }
  if (left > 0) throw refuse(CREDIT_NOTE_TEXTS.noCharge, { param: 'refund_amount' })
  return refunds
}

/** Refunds know two of the reasons that notes know. */
function refundReason(reason: NoteRequest['reason']) {
  if (reason === undefined || reason === 'duplicate' || reason === 'fraudulent') return reason ?? null
  return 'requested_by_customer'
}
