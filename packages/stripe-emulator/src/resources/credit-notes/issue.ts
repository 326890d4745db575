import { emit } from '../../events/emit'
import { newId } from '../../state/ids'
import type { Book } from '../../state/unit-of-work'
import { type BalanceTransaction, noteMove } from '../customers/balance/balance'
import { changeCustomer } from '../customers/customer'
import { postEmail } from '../email'
import { applyToInvoice } from './apply'
import type { CreditNote } from './credit-note'
import { draftNote, refuseBadAllocation } from './draft'
import type { NoteRequest } from './params'
import type { NoteRefund } from './refunds/links'
import { makeRefunds } from './refunds/make'

/** Issues a note: gives back what was paid, lowers what is owed, and tells the customer. */
export function issueNote(book: Book, given: NoteRequest): CreditNote {
  const draft = draftNote(book, given, () => newId('cnli'))
  refuseBadAllocation(draft, given)
  const { invoice, lines, links } = draft
  const move = noteCredit(book, draft.note, given.credit_amount)
  const note = book.put('credit_note', {
    ...draft.note,
    customer_balance_transaction: move?.id ?? null,
    refunds: links,
  })
  for (const object of lines) {
    book.put('credit_note_line_item', { id: object.id, credit_note: note.id, object })
  }
  const issued = announceWith(book, note, () => makeRefunds(book, invoice, given))
  if (move) creditCustomer(book, move)
  applyToInvoice(book, invoice, issued)
  if (given.email_type !== 'none') postEmail(book, invoice, 'credit_note', { creditNote: issued.id })
  return issued
}

/** `credit_note.created` comes before the events of the refunds a note makes, and yet names them. */
function announceWith(book: Book, note: CreditNote, refund: () => NoteRefund[]): CreditNote {
  emit(book, 'credit_note.created', note)
  const [event] = book.shelves.event.newestFirst()
  const refunds = refund()
  const issued = book.put('credit_note', { ...note, refunds: [...note.refunds, ...refunds] })
  if (event) book.put('event', { ...event, data: { object: issued } })
  return issued
}

/** Notes the credit on the customer's balance; what a note gives back lowers the balance. */
function noteCredit(book: Book, note: CreditNote, amount = 0): BalanceTransaction | undefined {
  if (amount === 0) return undefined
  const { id: creditNote, currency, invoice } = note
  const customer = book.need('customer', note.customer, 'customer')
  return noteMove(book, customer, -amount, { type: 'credit_note', creditNote, currency, invoice })
}

function creditCustomer(book: Book, { currency, customer: id, ending_balance }: BalanceTransaction) {
  const customer = book.need('customer', id, 'customer')
  changeCustomer(book, customer, { balance: ending_balance, currency: customer.currency ?? currency })
}
