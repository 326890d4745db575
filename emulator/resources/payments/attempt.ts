import { emit } from '../../events/emit'
import type { Book } from '../../state/book'
import { Refusal } from '../../transport/refusal'
import { changeCustomer } from '../customers/customer'
import { postEmail } from '../email'
import { changeInvoice } from '../invoices/edit'
import type { Invoice } from '../invoices/invoice'
import { seen } from '../invoices/seen'
import { newCharge } from './charge'
import { waitingPayment } from './invoice-payment'
import type { PaymentIntent } from './payment-intent'
import type { Instrument as CardInHand } from './payment-method'
import { type CardResult, resultOf } from './test-cards'

type Decline = Extract<CardResult, { ok: false }>

/** Charges a card for what an invoice still asks. A decline is refused with 402, and leaves its traces. */
export function attemptPayment(book: Book, invoice: Invoice, card: CardInHand): Invoice {
  const waiting = waitingPayment(book, invoice)
  if (!waiting) throw new Error(`invoice ${invoice.id} waits for no payment`)
  const result = resultOf(card.number)
  const charge = book.put('charge', newCharge(waiting.intent, card.method, result, book.now))
  if (!result.ok) throw declined(book, invoice, waiting.intent, card, charge.id, result)
  const intent = book.put('payment_intent', {
    ...waiting.intent,
    amount_received: charge.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    payment_method: card.method.id,
    status: 'succeeded',
  })
  emit(book, 'charge.succeeded', charge)
  emit(book, 'payment_intent.succeeded', intent)
  const paid = markPaid(book, invoice, charge.amount, {
    attempted: true,
    attempt_count: Math.max(1, invoice.attempt_count),
  })
  emit(book, 'invoice.payment_succeeded', seen(book, paid))
  const payment = book.put('invoice_payment', {
    ...waiting.payment,
    amount_paid: charge.amount,
    status: 'paid',
    status_transitions: { ...waiting.payment.status_transitions, paid_at: book.now },
  })
  emit(book, 'invoice_payment.paid', payment)
  postEmail(book, paid, 'receipt')
  return paid
}

/** Turns an invoice paid, however the money came. */
export function markPaid(book: Book, invoice: Invoice, amount: number, more: Partial<Invoice>): Invoice {
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
  const customer = book.get('customer', invoice.customer ?? '')
  if (customer?.delinquent) changeCustomer(book, customer, { delinquent: false })
  return paid
}

function declined(
  book: Book,
  invoice: Invoice,
  before: PaymentIntent,
  { method }: CardInHand,
  charge: string,
  { code, declineCode, message }: Decline,
): Refusal {
  const error = { type: 'card_error', code, decline_code: declineCode, message, charge } as const
  const intent = book.put('payment_intent', {
    ...before,
    last_payment_error: { ...error, payment_method: method },
    latest_charge: charge,
    payment_method: null,
    status: 'requires_payment_method',
  })
  emit(book, 'charge.failed', book.get('charge', charge) ?? {})
  emit(book, 'payment_intent.payment_failed', intent)
  const tried = changeInvoice(book, invoice, {
    attempted: true,
    attempt_count: Math.max(1, invoice.attempt_count),
  })
  emit(book, 'invoice.payment_failed', seen(book, tried))
  return new Refusal(
    402,
    { ...error, payment_intent: intent, payment_method: method },
    { effectsStand: true },
  )
}
