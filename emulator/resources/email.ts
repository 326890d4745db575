import type { OutboxEmail } from '../desk'
import type { Book } from '../state/book'
import { newId } from '../state/ids'
import type { Invoice } from './invoices/invoice'
import { linkToken } from './invoices/link'

/** Puts an e-mail in the outbox. Without an address there is nobody to write to. */
export function postEmail(book: Book, invoice: Invoice, kind: OutboxEmail['kind']) {
  if (!invoice.customer_email) return
  const from = invoice.account_name ?? 'us'
  const subject = {
    invoice: `New invoice from ${from} #${invoice.number}`,
    receipt: `Your receipt from ${from} #${invoice.number}`,
  }
  book.put('email', {
    id: newId('email'),
    account: book.account,
    to: invoice.customer_email,
    subject: subject[kind],
    kind,
    invoice: invoice.id,
    token: linkToken(book.account, invoice, book.now),
    created: book.now,
  })
}
