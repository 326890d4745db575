import type { Engine } from '../api/engine'
import { readCreditNoteToken } from '../resources/credit-notes/link'
import { linkToken } from '../resources/invoices/link'
import { seen } from '../resources/invoices/serialise'
import { paymentsBehind } from '../resources/payments/invoice-payments/invoice-payment'
import { inItsTime } from '../state/clock'
import { ROOT } from '../state/database'
import type { Book } from '../state/unit-of-work'
import type { HostedCreditNote, HostedReceipt } from './admin'
import { taxRatesIn, toHosted } from './hosted'
import { bookHolding, openBook } from './units'

/** A credit note's link does not grow old. */
const NEVER = Number.POSITIVE_INFINITY

export function creditNoteByToken(engine: Engine, token: string): HostedCreditNote | undefined {
  const link = readCreditNoteToken(token)
  const opened = link && openBook(engine, link.account)
  const note = opened?.get('credit_note', link?.creditNote ?? '')
  const invoice = opened?.get('invoice', note?.invoice ?? '')
  if (!opened || !note || !invoice) return undefined
  const book = inItsTime(opened, invoice.id)
  const hosted = toHosted({ book, invoice, expiresAt: NEVER })
  const noteLines = book.shelves.credit_note_line_item.inGroup(note.id).map(({ object }) => object)
  const rates = taxRatesIn(book, [note.total_taxes, ...noteLines.map((line) => line.taxes)])
  return hosted && { ...hosted, taxRates: [...hosted.taxRates, ...rates], note, noteLines }
}

/** What a charge of any account proves. One that failed proves nothing. */
export function receiptOf(engine: Engine, id: string): HostedReceipt | undefined {
  const book = bookHolding(engine, 'charge', id)
  const charge = book?.get('charge', id)
  const account = engine.ledger.shelves(ROOT).account.get(book?.account ?? '')?.object
  if (!book || !charge || !account || charge.status === 'failed') return undefined
  const invoice = invoicePaidBy(book, charge.payment_intent)
  return {
    account,
    charge,
    refunds: book.shelves.refund.inGroup(charge.id),
    ...(invoice && { invoice }),
  }
}

/** What an intent pays, with the link to its page. */
export function invoicePaidBy(book: Book, intent: string | null): HostedReceipt['invoice'] {
  const payment = paymentsBehind(book, intent ?? '').at(-1)
  const invoice = book.get('invoice', payment?.invoice ?? '')
  return invoice && { object: seen(book, invoice), token: linkToken(book.account, invoice, book.now) }
}
