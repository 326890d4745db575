import { emit } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
import { ATTACHED_PAYMENTS_SUCCEED } from '../../../unconfirmed'
import { moveBalance } from '../../customers/balance/balance'
import { setDelinquent } from '../../customers/customer'
import { postEmail } from '../../email'
import { changeInvoice } from '../../invoices/edit'
import type { Invoice } from '../../invoices/invoice'
import { seen } from '../../invoices/serialise'
import { cancelPayment, followRemaining, type InvoicePayment } from './invoice-payment'

/** Counts a payment that went through towards its invoice. `amount` is in minor units. */
export function creditPayment(
  book: Book,
  payment: InvoicePayment,
  amount: number,
  more: Partial<Invoice> = {},
): Invoice {
  const paid = book.put('invoice_payment', {
    ...payment,
    amount_paid: amount,
    status: 'paid',
    status_transitions: { ...payment.status_transitions, paid_at: book.now },
  })
  if (!payment.is_default) emit(book, 'invoice_payment.paid', paid)
  const invoice = creditInvoice(book, book.need('invoice', payment.invoice, 'invoice'), paid, amount, more)
  if (payment.is_default) emit(book, 'invoice_payment.paid', paid)
  return invoice
}

/** Turns an invoice paid, however the money came. */
export function markPaid(book: Book, invoice: Invoice, amount: number, more: Partial<Invoice> = {}): Invoice {
  const paid = changeInvoice(book, invoice, {
    ...more,
    amount_paid: invoice.amount_paid + amount,
    amount_remaining: 0,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'paid',
    status_details: undefined,
    status_transitions: { ...invoice.status_transitions, paid_at: book.now },
  })
  emit(book, 'invoice.paid', seen(book, paid))
  setDelinquent(book, invoice.customer, false)
  return paid
}

function creditInvoice(
  book: Book,
  invoice: Invoice,
  { is_default, payment }: InvoicePayment,
  amount: number,
  more: Partial<Invoice>,
): Invoice {
  const excess = Math.max(0, amount - invoice.amount_remaining)
  const amount_overpaid = invoice.amount_overpaid + excess
  if (amount < invoice.amount_remaining) return creditPart(book, invoice, amount, more)
  if (invoice.status === 'paid') {
    const amount_paid = invoice.amount_paid + amount
    return giveBack(book, changeInvoice(book, invoice, { amount_overpaid, amount_paid }), excess)
  }
  const paid = markPaid(book, invoice, amount, { ...more, amount_overpaid })
  const isToldOf = payment.type === 'payment_intent' && (is_default || ATTACHED_PAYMENTS_SUCCEED)
  if (isToldOf) emit(book, 'invoice.payment_succeeded', seen(book, paid))
  giveBack(book, paid, excess)
  cancelPayment(book, paid, 'automatic')
  postEmail(book, paid, 'receipt')
  return paid
}

/** Paid in part: the payment that waits asks for the rest. */
function creditPart(book: Book, invoice: Invoice, amount: number, more: Partial<Invoice>): Invoice {
  const after = changeInvoice(book, invoice, {
    ...more,
    amount_paid: invoice.amount_paid + amount,
    amount_remaining: invoice.amount_remaining - amount,
  })
  followRemaining(book, after)
  return after
}

/** What was paid too much is the customer's credit. */
function giveBack(book: Book, invoice: Invoice, excess: number): Invoice {
  if (excess === 0) return invoice
  emit(book, 'invoice.overpaid', seen(book, invoice))
  const customer = book.get('customer', invoice.customer ?? '')
  const because = { type: 'invoice_overpaid', invoice: invoice.id, currency: invoice.currency } as const
  if (customer) moveBalance(book, customer, -excess, because)
  return invoice
}
