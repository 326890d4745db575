import { emit } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { TEXTS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import { moveBalance } from '../../customers/balance/balance'
import { setDelinquent } from '../../customers/customer'
import { itemIdOf, takeOffLine } from '../../items/line'
import { cancelPayment } from '../../payments/invoice-payments/invoice-payment'
import { changeInvoice } from '../edit'
import type { Invoice } from '../invoice'
import { seen } from '../serialise'

const NOT_OPEN = "You can only pass in open invoices. This invoice isn't open."

type UncollectibleReason = NonNullable<NonNullable<Invoice['status_details']>['uncollectible']>['reason']

function hasPaidPayment(book: Book, { id }: Invoice): boolean {
  return book.shelves.invoice_payment.inGroup(id).some((payment) => payment.status === 'paid')
}

/** Ends an invoice as if it had never been asked for; what it asked stays to be read. */
export function voidInvoice(book: Book, invoice: Invoice, more: Partial<Invoice> = {}): Invoice {
  const voided = changeInvoice(book, invoice, {
    ...more,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'void',
    status_details: undefined,
    status_transitions: { ...invoice.status_transitions, voided_at: book.now },
  })
  giveBackBalance(book, voided)
  emit(book, 'invoice.voided', seen(book, voided))
  cancelPayment(book, voided, 'void_invoice')
  return voided
}

/** Gives up on an invoice; it may still be paid. */
export function markUncollectible(book: Book, invoice: Invoice, reason: UncollectibleReason): Invoice {
  const marked = changeInvoice(book, invoice, {
    auto_advance: false,
    next_payment_attempt: null,
    status: 'uncollectible',
    status_details: { uncollectible: { reason } },
    status_transitions: { ...invoice.status_transitions, marked_uncollectible_at: book.now },
  })
  emit(book, 'invoice.marked_uncollectible', seen(book, marked))
  setDelinquent(book, invoice.customer, false)
  return marked
}

/** What the customer's balance paid of an invoice, or took over from it, goes back. */
function giveBackBalance(
  book: Book,
  { id, customer: owner, currency, starting_balance, ending_balance }: Invoice,
) {
  const customer = book.get('customer', owner ?? '')
  if (!customer || ending_balance === null) return
  const because = { type: 'unapplied_from_invoice', invoice: id, currency } as const
  moveBalance(book, customer, starting_balance - ending_balance, because)
}

/** The ways an invoice ends without being paid. */
export const endRoutes = [
  operation('POST', '/v1/invoices/:id/void', {}, ({ book, path }) => {
    const invoice = book.target('invoice', path)
    if (invoice.status === 'paid' || hasPaidPayment(book, invoice)) {
      throw refuse('Invoices with `paid` payments cannot be voided.')
    }
    if (invoice.status !== 'open' && invoice.status !== 'uncollectible') throw refuse(NOT_OPEN)
    return seen(book, voidInvoice(book, invoice))
  }),

  operation('POST', '/v1/invoices/:id/mark_uncollectible', {}, ({ book, path }) => {
    const invoice = book.target('invoice', path)
    if (invoice.status === 'uncollectible') {
      throw refuse('This invoice has already been marked uncollectible.')
    }
    if (invoice.status !== 'open') throw refuse(NOT_OPEN)
    return seen(book, markUncollectible(book, invoice, 'user_forgiven'))
  }),

  operation('DELETE', '/v1/invoices/:invoice', {}, ({ book, path }) => {
    const invoice = book.target('invoice', path)
    if (invoice.status !== 'draft') throw refuse('You can only delete draft invoices.')
    if (invoice.billing_reason !== 'manual') throw refuse(TEXTS.subscriptionDraft)
    const last = seen(book, invoice)
    for (const line of book.shelves.line_item.inGroup(invoice.id)) {
      takeOffLine(book, line)
      const item = itemIdOf(line)
      book.remove('invoiceitem', item)
      book.put('deleted', { id: item, object: 'invoiceitem', deleted: true })
    }
    book.remove('invoice', invoice.id)
    emit(book, 'invoice.deleted', last)
    return { id: invoice.id, object: 'invoice', deleted: true }
  }),
]
