import { type Operation, operation } from '../../../transport/operation'
import { pageOf, paging, range } from '../../../transport/pages'
import { oneOf, text } from '../../../transport/params/leaves'
import { hash, type Read, required } from '../../../transport/params/params'
import type { InvoicePayment } from './invoice-payment'

const filters = {
  ...paging,
  created: range,
  invoice: text(),
  payment: hash({
    payment_intent: text(),
    payment_record: text(),
    type: required(oneOf('payment_intent', 'payment_record')),
  }),
  status: oneOf('canceled', 'open', 'paid'),
}

export const invoicePaymentRoutes: Operation[] = [
  operation('GET', '/v1/invoice_payments', filters, ({ unit, params }) => {
    const { created, invoice, payment, status } = params
    if (invoice !== undefined) unit.need('invoice', invoice, 'invoice')
    return pageOf(unit, 'invoice_payment', '/v1/invoice_payments', params, (each) => {
      if (invoice !== undefined && each.invoice !== invoice) return false
      if (status !== undefined && each.status !== status) return false
      return isMeant(each, payment) && (created?.(each.created) ?? true)
    })
  }),

  operation('GET', '/v1/invoice_payments/:invoice_payment', {}, ({ unit, path }) =>
    unit.target('invoice_payment', path),
  ),
]

function isMeant({ payment }: InvoicePayment, asked: Read<typeof filters>['payment']): boolean {
  if (!asked) return true
  const { payment_intent: intent, payment_record: record, type } = asked
  if (payment.type !== type) return false
  if (intent !== undefined && payment.payment_intent !== intent) return false
  return record === undefined || payment.payment_record === record
}
