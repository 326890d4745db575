import { oneOf, text } from '../../transport/leaves'
import { operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { hash } from '../../transport/params'

const paymentFilter = hash({
  payment_intent: text(),
  payment_record: text(),
  type: oneOf('payment_intent', 'payment_record'),
})

export const paymentRoutes = [
  operation(
    'GET',
    '/v1/invoice_payments',
    {
      ...paging,
      created: range,
      invoice: text(),
      payment: paymentFilter,
      status: oneOf('canceled', 'open', 'paid'),
    },
    ({ book, params }) =>
      pageOf(book, 'invoice_payment', '/v1/invoice_payments', params, (each) => {
        if (params.invoice !== undefined && each.invoice !== params.invoice) return false
        if (params.status !== undefined && each.status !== params.status) return false
        const intent = params.payment?.payment_intent
        if (intent !== undefined && each.payment.payment_intent !== intent) return false
        return params.created?.(each.created) ?? true
      }),
  ),

  operation('GET', '/v1/invoice_payments/:invoice_payment', {}, ({ book, path }) =>
    book.target('invoice_payment', path),
  ),

  operation(
    'GET',
    '/v1/payment_intents',
    { ...paging, created: range, customer: text() },
    ({ book, params }) =>
      pageOf(book, 'payment_intent', '/v1/payment_intents', params, (intent) => {
        if (params.customer !== undefined && intent.customer !== params.customer) return false
        return params.created?.(intent.created) ?? true
      }),
  ),

  operation('GET', '/v1/payment_intents/:intent', { client_secret: text() }, ({ book, path }) =>
    book.target('payment_intent', path),
  ),

  operation(
    'GET',
    '/v1/charges',
    { ...paging, created: range, customer: text(), payment_intent: text() },
    ({ book, params }) =>
      pageOf(book, 'charge', '/v1/charges', params, (charge) => {
        if (params.customer !== undefined && charge.customer !== params.customer) return false
        const intent = params.payment_intent ?? charge.payment_intent
        if (charge.payment_intent !== intent) return false
        return params.created?.(charge.created) ?? true
      }),
  ),

  operation('GET', '/v1/charges/:charge', {}, ({ book, path }) => book.target('charge', path)),
]
