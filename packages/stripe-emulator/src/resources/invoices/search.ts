import { searchOperation } from '../search/operation'

/** `GET /v1/invoices/search` (docs.stripe.com/search#query-fields-for-invoices). */
export const searchInvoices = searchOperation('invoice', 'invoices', {
  created: { type: 'numeric', of: ({ created }) => created },
  currency: { type: 'token', of: ({ currency }) => currency },
  customer: { type: 'token', of: ({ customer }) => customer },
  last_finalization_error_code: {
    type: 'token',
    of: ({ last_finalization_error }) => last_finalization_error?.code,
  },
  last_finalization_error_type: {
    type: 'token',
    of: ({ last_finalization_error }) => last_finalization_error?.type,
  },
  number: { type: 'string', of: ({ number }) => number },
  receipt_number: { type: 'string', of: ({ receipt_number }) => receipt_number },
  status: { type: 'string', of: ({ status }) => status },
  subscription: {
    type: 'string',
    of: ({ parent }) => parent?.subscription_details?.subscription,
  },
  total: { type: 'numeric', of: ({ total }) => total },
})
