import { searchInvoices } from '../invoices/search'
import { CHARGE_FIELDS } from './charge-fields'
import { searchOperation } from './operation'

/** What each resource may be searched by (docs.stripe.com/search#supported-query-fields-for-each-resource). */
export const searchRoutes = [
  searchOperation('charge', 'charges', CHARGE_FIELDS),

  searchOperation('customer', 'customers', {
    created: { type: 'numeric', of: ({ created }) => created },
    email: { type: 'string', of: ({ email }) => email },
    name: { type: 'string', of: ({ name }) => name },
    phone: { type: 'string', of: ({ phone }) => phone },
  }),

  searchInvoices,

  searchOperation('payment_intent', 'payment_intents', {
    amount: { type: 'numeric', of: ({ amount }) => amount },
    created: { type: 'numeric', of: ({ created }) => created },
    currency: { type: 'token', of: ({ currency }) => currency },
    customer: { type: 'token', of: ({ customer }) => customer },
    status: { type: 'token', of: ({ status }) => status },
  }),

  searchOperation('price', 'prices', {
    active: { type: 'token', of: ({ active }) => active },
    currency: { type: 'token', of: ({ currency }) => currency },
    lookup_key: { type: 'string', of: ({ lookup_key }) => lookup_key },
    product: { type: 'string', of: ({ product }) => product },
    type: { type: 'token', of: ({ type }) => type },
  }),

  searchOperation('product', 'products', {
    active: { type: 'token', of: ({ active }) => active },
    description: { type: 'string', of: ({ description }) => description },
    name: { type: 'string', of: ({ name }) => name },
    shippable: { type: 'token', of: ({ shippable }) => shippable },
    url: { type: 'string', of: ({ url }) => url },
  }),

  searchOperation('subscription', 'subscriptions', {
    canceled_at: { type: 'numeric', of: ({ canceled_at }) => canceled_at },
    created: { type: 'numeric', of: ({ created }) => created },
    status: { type: 'token', of: ({ status }) => status },
  }),
]
