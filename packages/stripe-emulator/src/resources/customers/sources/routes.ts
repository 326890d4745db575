import { emit } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { pageOf, paging } from '../../../transport/pages'
import { oneOf, text } from '../../../transport/params/leaves'
import { required } from '../../../transport/params/params'
import { missing } from '../../../wire/refusal'
import type { PaymentMethod } from '../../payments/methods/payment-method'
import { changeCustomer } from '../customer'
import { attachSource, cardOfSource, isSource, toSource } from './attach'

const SOURCES = '/v1/customers/:customer/sources'

/** Cards of the older kind; the first one is the default. */
export const sourceRoutes = [
  operation('POST', SOURCES, { source: required(text()) }, ({ book, params, path }) => {
    const customer = book.target('customer', path)
    const card = cardOfSource(book, params.source)
    attachSource(book, card, customer.id)
    if (customer.default_source === null) changeCustomer(book, customer, { default_source: card.method.id })
    return toSource({ ...card.method, customer: customer.id })
  }),

  operation('GET', SOURCES, { ...paging, object: oneOf('card') }, ({ book, params, path }) => {
    const { id } = book.target('customer', path)
    const page = pageOf(book, 'payment_method', `/v1/customers/${id}/sources`, params, isSource, id)
    return { ...page, data: page.data.map(toSource) }
  }),

  operation('GET', `${SOURCES}/:id`, {}, ({ book, path, child }) => toSource(find(book, path, child))),

  operation('DELETE', `${SOURCES}/:id`, {}, ({ book, path, child }) => {
    const customer = book.target('customer', path)
    const { id, ...method } = find(book, path, child)
    book.remove('payment_method', id)
    book.remove('instrument', id)
    emit(book, 'customer.source.deleted', toSource({ id, ...method }))
    if (customer.default_source === id) {
      const next = book.shelves.payment_method.inGroup(customer.id).find(isSource)
      changeCustomer(book, customer, { default_source: next?.id ?? null })
    }
    return { id, object: 'card', deleted: true }
  }),
]

function find(book: Book, path: { id: string; param: string }, child: typeof path): PaymentMethod {
  const { id } = book.target('customer', path)
  const method = book.get('payment_method', child.id)
  if (method?.customer === id && isSource(method)) return method
  throw missing('source', child.id, child.param, 404)
}
