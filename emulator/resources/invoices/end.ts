import { emit } from '../../events/emit'
import { operation } from '../../transport/operation'
import { refuse } from '../../transport/refusal'
import { itemIdOf } from '../items/line'
import { cancelPayment } from '../payments/invoice-payment'
import { changeInvoice } from './edit'
import { seen } from './seen'

const NOT_OPEN = "You can only pass in open invoices. This invoice isn't open."

/** The ways an invoice ends without being paid. */
export const endRoutes = [
  operation('POST', '/v1/invoices/:id/void', {}, ({ book, path }) => {
    const invoice = book.target('invoice', path)
    if (invoice.status === 'paid') throw refuse('Invoices with `paid` payments cannot be voided.')
    if (invoice.status !== 'open' && invoice.status !== 'uncollectible') throw refuse(NOT_OPEN)
    const voided = changeInvoice(book, invoice, {
      status: 'void',
      auto_advance: false,
      status_details: undefined,
      status_transitions: { ...invoice.status_transitions, voided_at: book.now },
    })
    emit(book, 'invoice.voided', seen(book, voided))
    cancelPayment(book, voided, 'void_invoice')
    return seen(book, voided)
  }),

  operation('POST', '/v1/invoices/:id/mark_uncollectible', {}, ({ book, path }) => {
    const invoice = book.target('invoice', path)
    if (invoice.status === 'uncollectible')
      throw refuse('This invoice has already been marked uncollectible.')
    if (invoice.status !== 'open') throw refuse(NOT_OPEN)
    const marked = changeInvoice(book, invoice, {
      status: 'uncollectible',
      auto_advance: false,
      status_details: { uncollectible: { reason: 'user_forgiven' } },
      status_transitions: { ...invoice.status_transitions, marked_uncollectible_at: book.now },
    })
    emit(book, 'invoice.marked_uncollectible', seen(book, marked))
    return seen(book, marked)
  }),

  operation('DELETE', '/v1/invoices/:invoice', {}, ({ book, path }) => {
    const invoice = book.target('invoice', path)
    if (invoice.status !== 'draft') throw refuse('You can only delete draft invoices.')
    const last = seen(book, invoice)
    for (const line of book.shelves.line_item.inGroup(invoice.id)) {
      book.remove('line_item', line.id)
      const item = itemIdOf(line)
      book.remove('invoiceitem', item)
      book.put('deleted', { id: item, object: 'invoiceitem', deleted: true })
    }
    book.remove('invoice', invoice.id)
    emit(book, 'invoice.deleted', last)
    return { id: invoice.id, object: 'invoice', deleted: true }
  }),
]
