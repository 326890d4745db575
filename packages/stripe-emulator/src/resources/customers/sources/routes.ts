import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
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
  operation('POST', SOURCES, { source: required(text()) }, ({ unit, params, path }) => {
    const customer = unit.target('customer', path)
    const card = cardOfSource(unit, params.source)
    attachSource(unit, card, customer.id)
    if (customer.default_source === null) changeCustomer(unit, customer, { default_source: card.method.id })
    return toSource({ ...card.method, customer: customer.id })
  }),

  operation('GET', SOURCES, { ...paging, object: oneOf('card') }, ({ unit, params, path }) => {
    const { id } = unit.target('customer', path)
    const page = pageOf(unit, 'payment_method', `/v1/customers/${id}/sources`, params, isSource, id)
    return { ...page, data: page.data.map(toSource) }
  }),

  operation('GET', `${SOURCES}/:id`, {}, ({ unit, path, child }) => toSource(find(unit, path, child))),

  operation('DELETE', `${SOURCES}/:id`, {}, ({ unit, path, child }) => {
    const customer = unit.target('customer', path)
    const { id, ...method } = find(unit, path, child)
    unit.remove('payment_method', id)
    unit.remove('instrument', id)
    emit(unit, 'customer.source.deleted', toSource({ id, ...method }))
    if (customer.default_source === id) {
      const next = unit.collections.payment_method.inGroup(customer.id).find(isSource)
      changeCustomer(unit, customer, { default_source: next?.id ?? null })
    }
    return { id, object: 'card', deleted: true }
  }),
]

function find(unit: UnitOfWork, path: { id: string; param: string }, child: typeof path): PaymentMethod {
  const { id } = unit.target('customer', path)
  const method = unit.get('payment_method', child.id)
  if (method?.customer === id && isSource(method)) return method
  throw missing('source', child.id, child.param, 404)
}
