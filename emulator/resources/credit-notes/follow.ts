import type { Book } from '../../state/book'
import type { Invoice } from '../invoices/invoice'
import { cancelPayment, waitingPayment } from '../payments/invoice-payment'

/** Keeps the payment an invoice waits for at what is still to be paid; with nothing left it is called off. */
export function followRemaining(book: Book, invoice: Invoice) {
  if (invoice.status === 'paid') return cancelPayment(book, invoice, 'automatic')
  const waiting = waitingPayment(book, invoice)
  if (!waiting) return
  const { payment, intent } = waiting
  book.put('invoice_payment', { ...payment, amount_requested: invoice.amount_remaining })
  book.put('payment_intent', { ...intent, amount: invoice.amount_remaining })
}
