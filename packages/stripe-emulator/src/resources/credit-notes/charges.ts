import type { Book } from '../../state/unit-of-work'
import type { Invoice } from '../invoices/invoice'
import type { Charge } from '../payments/charges/charge'

/** The charges that paid an invoice, oldest first. */
export function chargesOf(book: Book, invoice: Invoice): Charge[] {
  const payments = book.shelves.invoice_payment.inGroup(invoice.id)
  const charges = payments.flatMap(({ payment: { payment_intent = '', charge = '' } }) =>
    [...book.shelves.charge.inGroup(payment_intent), book.get('charge', charge) ?? []].flat(),
  )
  return charges.filter((charge) => charge.status === 'succeeded')
}
