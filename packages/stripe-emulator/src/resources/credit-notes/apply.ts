import { emit } from '../../events/emit'
import type { Book } from '../../state/unit-of-work'
import { FULL_CREDIT_EMITS_PAYMENT_SUCCEEDED } from '../../unconfirmed'
import { changeInvoice } from '../invoices/edit'
import type { Invoice } from '../invoices/invoice'
import { seen } from '../invoices/serialise'
import { markPaid } from '../payments/invoice-payments/credit'
import { followRemaining } from '../payments/invoice-payments/invoice-payment'
import type { CreditNote } from './credit-note'

/** Takes a note off an invoice. What then asks for nothing more is paid. */
export function applyToInvoice(book: Book, invoice: Invoice, note: CreditNote) {
  const { pre_payment_amount: pre, post_payment_amount: post } = note
  const remaining = invoice.amount_remaining - pre
  const changes = {
    amount_due: invoice.amount_due - pre,
    pre_payment_credit_notes_amount: invoice.pre_payment_credit_notes_amount + pre,
    post_payment_credit_notes_amount: invoice.post_payment_credit_notes_amount + post,
  }
  if (remaining > 0 || invoice.status === 'paid') {
    return followRemaining(book, changeInvoice(book, invoice, { ...changes, amount_remaining: remaining }))
  }
  const paid = markPaid(book, invoice, 0, changes)
  if (FULL_CREDIT_EMITS_PAYMENT_SUCCEEDED) emit(book, 'invoice.payment_succeeded', seen(book, paid))
  followRemaining(book, paid)
}

/** Puts back what a void note took off. */
export function takeBack(book: Book, invoice: Invoice, { pre_payment_amount: pre }: CreditNote) {
  const owed = changeInvoice(book, invoice, {
    amount_due: invoice.amount_due + pre,
    amount_remaining: invoice.amount_remaining + pre,
    pre_payment_credit_notes_amount: invoice.pre_payment_credit_notes_amount - pre,
  })
  followRemaining(book, owed)
}
