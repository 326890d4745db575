import type Stripe from 'stripe'
import { emit } from '../../../events/emit'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Wire } from '../../../wire/wire'
import type { Invoice } from '../../invoices/invoice'
import { cancelIntent } from '../intents/cancel'
import { intentOfInvoice, type PaymentIntent } from '../intents/payment-intent'

export type InvoicePayment = Wire<Stripe.InvoicePayment>

/** Opens the payment a finalized invoice waits for, with its intent. */
export function openPayment(unit: UnitOfWork, invoice: Invoice) {
  const intent = unit.put('payment_intent', intentOfInvoice(unit, invoice))
  const payment = { payment_intent: intent.id, type: 'payment_intent' } as const
  unit.put('invoice_payment', {
    ...newPayment(invoice, payment, invoice.amount_remaining, unit.now),
    is_default: true,
  })
  emit(unit, 'payment_intent.created', intent)
}

export function newPayment(
  invoice: Invoice,
  payment: InvoicePayment['payment'],
  amount: number,
  now: number,
): InvoicePayment {
  return {
    id: newId('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: amount,
    created: now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: false,
    livemode: false,
    payment,
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  }
}

/** Returns the payment an invoice came with, while it waits, with its intent; undefined once it is paid or canceled. */
export function waitingPayment(
  unit: UnitOfWork,
  invoice: Invoice,
): { payment: InvoicePayment; intent: PaymentIntent } | undefined {
  const payment = unit.collections.invoice_payment
    .inGroup(invoice.id)
    .find((each) => each.is_default && each.status === 'open')
  const intent = unit.get('payment_intent', payment?.payment.payment_intent ?? '')
  return payment && intent && { payment, intent }
}

/** Keeps the payment that waits, and its intent, at what the invoice still asks; at nothing it is canceled. */
export function followRemaining(unit: UnitOfWork, invoice: Invoice) {
  const waiting = waitingPayment(unit, invoice)
  if (!waiting) return
  const { amount_remaining: amount } = invoice
  if (amount === 0) return cancelPayment(unit, invoice, 'automatic')
  unit.put('invoice_payment', { ...waiting.payment, amount_requested: amount })
  unit.put('payment_intent', { ...waiting.intent, amount })
}

/** Cancels every payment that waits; intents that were attached stay as they are. */
export function cancelPayment(unit: UnitOfWork, invoice: Invoice, reason: 'void_invoice' | 'automatic') {
  const waiting = unit.collections.invoice_payment
    .inGroup(invoice.id)
    .filter(({ status }) => status === 'open')
  for (const payment of waiting) {
    unit.put('invoice_payment', {
      ...payment,
      status: 'canceled',
      status_transitions: { ...payment.status_transitions, canceled_at: unit.now },
    })
    const intent = unit.get('payment_intent', payment.payment.payment_intent ?? '')
    if (payment.is_default && intent) cancelIntent(unit, intent, reason)
  }
}

/** Returns the payments of invoices that an intent or a payment record stands behind. */
export function paymentsBehind(unit: UnitOfWork, id: string): InvoicePayment[] {
  return unit.collections.invoice_payment.inGroup(id)
}
