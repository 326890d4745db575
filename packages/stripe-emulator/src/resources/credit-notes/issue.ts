import { emit } from '../../events/emit'
import { newId } from '../../state/ids'
import type { UnitOfWork } from '../../state/unit-of-work'
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
export function issueNote(unit: UnitOfWork, given: NoteRequest): CreditNote {
  const draft = draftNote(unit, given, () => newId('cnli'))
  refuseBadAllocation(draft, given)
  const { invoice, lines, links } = draft
  const move = noteCredit(unit, draft.note, given.credit_amount)
  const note = unit.put('credit_note', {
    ...draft.note,
    customer_balance_transaction: move?.id ?? null,
    refunds: links,
  })
  for (const object of lines) {
    unit.put('credit_note_line_item', { id: object.id, credit_note: note.id, object })
  }
  const issued = announceWith(unit, note, () => makeRefunds(unit, invoice, given))
  if (move) creditCustomer(unit, move)
  applyToInvoice(unit, invoice, issued)
  if (given.email_type !== 'none') postEmail(unit, invoice, 'credit_note', { creditNote: issued.id })
  return issued
}

/** `credit_note.created` comes before the events of the refunds a note makes, and yet names them. */
function announceWith(unit: UnitOfWork, note: CreditNote, refund: () => NoteRefund[]): CreditNote {
  emit(unit, 'credit_note.created', note)
  const [event] = unit.collections.event.newestFirst()
  const refunds = refund()
  const issued = unit.put('credit_note', { ...note, refunds: [...note.refunds, ...refunds] })
  if (event) unit.put('event', { ...event, data: { object: issued } })
  return issued
}

/** Notes the credit on the customer's balance; what a note gives back lowers the balance. */
function noteCredit(unit: UnitOfWork, note: CreditNote, amount = 0): BalanceTransaction | undefined {
  if (amount === 0) return undefined
  const { id: creditNote, currency, invoice } = note
  const customer = unit.need('customer', note.customer, 'customer')
  return noteMove(unit, customer, -amount, { type: 'credit_note', creditNote, currency, invoice })
}

function creditCustomer(unit: UnitOfWork, { currency, customer: id, ending_balance }: BalanceTransaction) {
  const customer = unit.need('customer', id, 'customer')
  changeCustomer(unit, customer, { balance: ending_balance, currency: customer.currency ?? currency })
}
