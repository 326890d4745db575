import { emit } from '../../events/emit'
import type { UnitOfWork } from '../../state/unit-of-work'
import { FULL_CREDIT_EMITS_PAYMENT_SUCCEEDED } from '../../unconfirmed'
import { changeInvoice } from '../invoices/edit'
import type { Invoice } from '../invoices/invoice'
import { serialiseInvoice } from '../invoices/serialise'
import { markPaid } from '../payments/invoice-payments/credit'
import { followRemaining } from '../payments/invoice-payments/invoice-payment'
import type { CreditNote } from './credit-note'

/** Takes a note off an invoice. What then asks for nothing more is paid. */
export function applyToInvoice(unit: UnitOfWork, invoice: Invoice, note: CreditNote) {
  const { pre_payment_amount: pre, post_payment_amount: post } = note
  const remaining = invoice.amount_remaining - pre
  const changes = {
    amount_due: invoice.amount_due - pre,
    pre_payment_credit_notes_amount: invoice.pre_payment_credit_notes_amount + pre,
    post_payment_credit_notes_amount: invoice.post_payment_credit_notes_amount + post,
  }
  if (remaining > 0 || invoice.status === 'paid') {
    return followRemaining(unit, changeInvoice(unit, invoice, { ...changes, amount_remaining: remaining }))
  }
  const paid = markPaid(unit, invoice, 0, changes)
  if (FULL_CREDIT_EMITS_PAYMENT_SUCCEEDED)
    emit(unit, 'invoice.payment_succeeded', serialiseInvoice(unit, paid))
  followRemaining(unit, paid)
}

/** Puts back what a void note took off. */
export function takeBack(unit: UnitOfWork, invoice: Invoice, { pre_payment_amount: pre }: CreditNote) {
  const owed = changeInvoice(unit, invoice, {
    amount_due: invoice.amount_due + pre,
    amount_remaining: invoice.amount_remaining + pre,
    pre_payment_credit_notes_amount: invoice.pre_payment_credit_notes_amount - pre,
  })
  followRemaining(unit, owed)
}
