import { emit, emitUpdate } from '../../events/emit'
import { integer, oneOf, text } from '../../transport/leaves'
import { operation } from '../../transport/operation'
import { pageOf, paging } from '../../transport/pages'
import { hash, metadata, required } from '../../transport/params'
import { Refusal } from '../../transport/refusal'
import { mergeMetadata } from '../../transport/shapes'
import { cardById } from './payment-method'
import { resultOf } from './test-cards'

/** Declines every charge, yet may be kept. */
const ATTACHES_ANYWAY = '4000000000000341'

export const paymentMethodRoutes = [
  operation(
    'GET',
    '/v1/payment_methods',
    { ...paging, customer: text(), type: oneOf('card') },
    ({ book, params }) =>
      pageOf(book, 'payment_method', '/v1/payment_methods', params, (method) => {
        return params.customer === undefined ? method.customer !== null : method.customer === params.customer
      }),
  ),

  operation('GET', '/v1/payment_methods/:payment_method', {}, ({ book, path }) =>
    book.target('payment_method', path),
  ),

  operation(
    'POST',
    '/v1/payment_methods/:payment_method',
    { metadata, card: hash({ exp_month: integer(), exp_year: integer() }) },
    ({ book, params, path }) => {
      const before = book.target('payment_method', path)
      const { exp_month, exp_year } = params.card ?? {}
      const card = before.card && {
        ...before.card,
        exp_month: exp_month ?? before.card.exp_month,
        exp_year: exp_year ?? before.card.exp_year,
      }
      const metadata = mergeMetadata(before.metadata ?? {}, params.metadata)
      const after = book.put('payment_method', { ...before, ...(card ? { card } : {}), metadata })
      emitUpdate(book, 'payment_method.updated', before, after)
      return after
    },
  ),

  operation(
    'POST',
    '/v1/payment_methods/:payment_method/attach',
    { customer: required(text()) },
    ({ book, params, path }) => {
      const customer = book.need('customer', params.customer, 'customer')
      const { method, number } = cardById(book, path.id, path.param)
      const result = resultOf(number)
      if (!result.ok && number !== ATTACHES_ANYWAY && result.code !== 'authentication_required') {
        const { code, declineCode, message } = result
        throw new Refusal(402, { type: 'card_error', code, decline_code: declineCode, message })
      }
      const attached = book.put('payment_method', { ...method, customer: customer.id })
      emit(book, 'payment_method.attached', attached)
      return attached
    },
  ),

  operation('POST', '/v1/payment_methods/:payment_method/detach', {}, ({ book, path }) => {
    const before = book.target('payment_method', path)
    const detached = book.put('payment_method', { ...before, customer: null })
    emit(book, 'payment_method.detached', detached, { customer: before.customer })
    return detached
  }),

  operation('GET', '/v1/customers/:customer/payment_methods', { ...paging, type: text() }, (call) => {
    const { id } = call.book.target('customer', call.path)
    const url = `/v1/customers/${id}/payment_methods`
    return pageOf(call.book, 'payment_method', url, call.params, (method) => method.customer === id)
  }),
]
