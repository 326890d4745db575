import { emit, emitUpdate } from '../../events/emit'
import type { Book } from '../../state/book'
import { text } from '../../transport/leaves'
import { operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { refuse } from '../../transport/refusal'
import { type Customer, newCustomer } from './customer'
import { customerParams, withParams } from './params'

export const customerRoutes = [
  operation('POST', '/v1/customers', customerParams, ({ book, params }) => {
    const customer = book.put('customer', withParams(book, newCustomer(book.now), params))
    emit(book, 'customer.created', customer)
    return customer
  }),

  operation('GET', '/v1/customers', { ...paging, created: range, email: text() }, ({ book, params }) =>
    pageOf(book, 'customer', '/v1/customers', params, (customer) => {
      if (params.email !== undefined && customer.email !== params.email) return false
      return params.created?.(customer.created) ?? true
    }),
  ),

  operation('GET', '/v1/customers/:id', {}, ({ book, path }) => {
    return book.get('deleted', path.id) ?? book.target('customer', path)
  }),

  operation('POST', '/v1/customers/:id', customerParams, ({ book, params, path }) => {
    const before = book.target('customer', path)
    refuseTakenPrefix(book, before, params.invoice_prefix)
    const after = book.put('customer', withParams(book, before, params))
    emitUpdate(book, 'customer.updated', before, after)
    return after
  }),

  operation('DELETE', '/v1/customers/:id', {}, ({ book, path }) => {
    const customer = book.target('customer', path)
    book.remove('customer', customer.id)
    const pending = book.shelves.invoiceitem.inGroup(customer.id).filter((item) => item.invoice === null)
    for (const item of pending) book.remove('invoiceitem', item.id)
    emit(book, 'customer.deleted', customer)
    return book.put('deleted', { id: customer.id, object: 'customer', deleted: true })
  }),
]

function refuseTakenPrefix(book: Book, customer: Customer, prefix: string | undefined) {
  if (prefix === undefined || prefix === customer.invoice_prefix) return
  for (const other of book.shelves.customer.newestFirst()) {
    if (other.invoice_prefix === prefix) {
      throw refuse(`The invoice prefix ${prefix} is already in use.`, { param: 'invoice_prefix' })
    }
  }
}
