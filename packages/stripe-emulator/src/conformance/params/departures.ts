/** Parameters of some requests that are not as the SDK's types say, and why. */
export interface Departure {
  /** Requests as the SDK makes them, with `*` for an id. */
  at: readonly string[]
  /** Full names; `a[][b]` is in every item of a list, `a=b` is a value. */
  params: readonly string[]
  why: string
}

/** What the emulator takes and forgets. */
export const IGNORED: readonly Departure[] = [
  {
    at: ['POST /v1/accounts', 'POST /v1/accounts/*'],
    params: ['company', 'documents', 'external_account', 'individual', 'tos_acceptance'],
    why: 'Who stands behind an account is taken as told: nothing here verifies anybody.',
  },
]

/** What the emulator asks for although the types leave it open. */
export const DEMANDED: readonly Departure[] = [
  {
    at: ['POST /v1/invoiceitems', 'POST /v1/subscriptions'],
    params: ['customer'],
    why: 'The types leave it open for `customer_account`, which is not here.',
  },
  {
    at: ['POST /v1/subscriptions'],
    params: ['items'],
    why: 'A subscription without items is one to usage or to a billing schedule, and neither is here.',
  },
  {
    at: ['POST /v1/shipping_rates'],
    params: ['fixed_amount'],
    why: 'The only type of a shipping rate is `fixed_amount`, which needs it.',
  },
  {
    at: ['POST /v1/invoices', 'POST /v1/invoices/*'],
    params: ['shipping_cost[shipping_rate_data][fixed_amount]'],
    why: 'The only type of a shipping rate is `fixed_amount`, which needs it.',
  },
  {
    at: ['POST /v1/promotion_codes', 'POST /v1/promotion_codes/*'],
    params: ['restrictions[currency_options][*][minimum_amount]'],
    why: 'A currency that is named without a minimum restricts nothing.',
  },
  {
    at: ['POST /v1/payment_intents/*/confirm'],
    params: ['mandate_data[customer_acceptance]'],
    why: 'The types leave it open for secret keys that name nothing; without it the hash says nothing.',
  },
]
