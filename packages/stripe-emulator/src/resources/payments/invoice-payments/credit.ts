import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { ATTACHED_PAYMENTS_SUCCEED } from '../../../unconfirmed'
import { moveBalance } from '../../customers/balance/balance'
import { setDelinquent } from '../../customers/customer'
import { postEmail } from '../../email'
import { changeInvoice } from '../../invoices/edit'
import type { Invoice } from '../../invoices/invoice'
import { serialiseInvoice } from '../../invoices/serialise'
import { cancelPayment, followRemaining, type InvoicePayment } from './invoice-payment'

/** Counts a payment that went through towards its invoice. `amount` is in minor units. */
export function creditPayment(
  unit: UnitOfWork,
  payment: InvoicePayment,
  amount: number,
  more: Partial<Invoice> = {},
): Invoice {
  const paid = unit.put('invoice_payment', {
    ...payment,
    amount_paid: amount,
    status: 'paid',
    status_transitions: { ...payment.status_transitions, paid_at: unit.now },
  })
  if (!payment.is_default) emit(unit, 'invoice_payment.paid', paid)
  const invoice = creditInvoice(unit, unit.need('invoice', payment.invoice, 'invoice'), paid, amount, more)
  if (payment.is_default) emit(unit, 'invoice_payment.paid', paid)
  return invoice
}

/** Turns an invoice paid, however the money came. */
export function markPaid(
  unit: UnitOfWork,
  invoice: Invoice,
  amount: number,
  more: Partial<Invoice> = {},
): Invoice {
  const paid = changeInvoice(unit, invoice, {
    ...more,
    amount_paid: invoice.amount_paid + amount,
    amount_remaining: 0,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'paid',
    status_details: undefined,
    status_transitions: { ...invoice.status_transitions, paid_at: unit.now },
  })
  emit(unit, 'invoice.paid', serialiseInvoice(unit, paid))
  setDelinquent(unit, invoice.customer, false)
  return paid
}

function creditInvoice(
  unit: UnitOfWork,
  invoice: Invoice,
  { is_default, payment }: InvoicePayment,
  amount: number,
  more: Partial<Invoice>,
): Invoice {
  const excess = Math.max(0, amount - invoice.amount_remaining)
  const amount_overpaid = invoice.amount_overpaid + excess
  if (amount < invoice.amount_remaining) return creditPart(unit, invoice, amount, more)
  if (invoice.status === 'paid') {
    const amount_paid = invoice.amount_paid + amount
    return giveBack(unit, changeInvoice(unit, invoice, { amount_overpaid, amount_paid }), excess)
  }
  const paid = markPaid(unit, invoice, amount, { ...more, amount_overpaid })
  const isToldOf = payment.type === 'payment_intent' && (is_default || ATTACHED_PAYMENTS_SUCCEED)
  if (isToldOf) emit(unit, 'invoice.payment_succeeded', serialiseInvoice(unit, paid))
  giveBack(unit, paid, excess)
  cancelPayment(unit, paid, 'automatic')
  postEmail(unit, paid, 'receipt')
  return paid
}

/** Paid in part: the payment that waits asks for the rest. */
function creditPart(unit: UnitOfWork, invoice: Invoice, amount: number, more: Partial<Invoice>): Invoice {
  const after = changeInvoice(unit, invoice, {
    ...more,
    amount_paid: invoice.amount_paid + amount,
    amount_remaining: invoice.amount_remaining - amount,
  })
  followRemaining(unit, after)
  return after
}

/** What was paid too much is the customer's credit. */
function giveBack(unit: UnitOfWork, invoice: Invoice, excess: number): Invoice {
  if (excess === 0) return invoice
  emit(unit, 'invoice.overpaid', serialiseInvoice(unit, invoice))
  const customer = unit.get('customer', invoice.customer ?? '')
  const because = { type: 'invoice_overpaid', invoice: invoice.id, currency: invoice.currency } as const
  if (customer) moveBalance(unit, customer, -excess, because)
  return invoice
}
