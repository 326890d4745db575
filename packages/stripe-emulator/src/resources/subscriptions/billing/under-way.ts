import type { Book } from '../../../state/unit-of-work'

/** The money is on its way, as with a bank debit: neither paid nor failed yet. */
export function isUnderWay(book: Book, invoice: string): boolean {
  return book.shelves.invoice_payment
    .inGroup(invoice)
    .filter((payment) => payment.status === 'open')
    .some(({ payment }) => book.get('payment_intent', payment.payment_intent ?? '')?.status === 'processing')
}
