import type Stripe from 'stripe'
import { emit } from '../../events/emit'
import type { Book } from '../../state/book'
import { newId } from '../../state/ids'
import type { Wire } from '../../wire'
import type { Invoice } from '../invoices/invoice'
import { newPaymentIntent, type PaymentIntent } from './payment-intent'

export type InvoicePayment = Wire<Stripe.InvoicePayment>

/** Opens the payment a finalized invoice waits for, with its intent. */
export function openPayment(book: Book, invoice: Invoice) {
  const intent = book.put('payment_intent', newPaymentIntent(invoice, book.now))
  book.put('invoice_payment', {
    id: newId('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_remaining,
    created: book.now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  })
  emit(book, 'payment_intent.created', intent)
}

/** The payment that waits, with its intent; undefined once it is paid or canceled. */
export function waitingPayment(
  book: Book,
  invoice: Invoice,
): { payment: InvoicePayment; intent: PaymentIntent } | undefined {
  const payment = book.shelves.invoice_payment.inGroup(invoice.id).find((each) => each.status === 'open')
  const intent = book.get('payment_intent', payment?.payment.payment_intent ?? '')
  return payment && intent && { payment, intent }
}

export function cancelPayment(book: Book, invoice: Invoice, reason: 'void_invoice' | 'automatic') {
  const waiting = waitingPayment(book, invoice)
  if (!waiting) return
  const { payment, intent } = waiting
  book.put('invoice_payment', {
    ...payment,
    status: 'canceled',
    status_transitions: { ...payment.status_transitions, canceled_at: book.now },
  })
  const canceled = book.put('payment_intent', {
    ...intent,
    canceled_at: book.now,
    cancellation_reason: reason,
    status: 'canceled',
  })
  emit(book, 'payment_intent.canceled', canceled)
}
