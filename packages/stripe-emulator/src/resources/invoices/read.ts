import { operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { oneOf, text } from '../../transport/params/leaves'
import type { Invoice } from './invoice'
import { serialiseInvoice } from './serialise'

const filters = {
  ...paging,
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  created: range,
  customer: text(),
  customer_account: text(),
  due_date: range,
  status: oneOf('draft', 'open', 'void', 'paid', 'uncollectible'),
  subscription: text(),
}

export const readRoutes = [
  operation('GET', '/v1/invoices', filters, ({ unit, params }) => {
    if (params.customer !== undefined) unit.need('customer', params.customer, 'customer')
    const group = params.customer ?? params.status
    const wanted = (invoice: Invoice) => {
      if (params.customer !== undefined && invoice.customer !== params.customer) return false
      if (params.status !== undefined && invoice.status !== params.status) return false
      if (params.subscription !== undefined && subscriptionOf(invoice) !== params.subscription) return false
      const method = params.collection_method ?? invoice.collection_method
      if (invoice.collection_method !== method) return false
      return (params.created?.(invoice.created) ?? true) && (params.due_date?.(invoice.due_date) ?? true)
    }
    const page = pageOf(unit, 'invoice', '/v1/invoices', params, wanted, group)
    return { ...page, data: page.data.map((invoice) => serialiseInvoice(unit, invoice)) }
  }),

  operation('GET', '/v1/invoices/:invoice', {}, ({ unit, path }) =>
    serialiseInvoice(unit, unit.target('invoice', path)),
  ),
]

function subscriptionOf({ parent }: Invoice): string | null {
  return parent?.subscription_details?.subscription ?? null
}
