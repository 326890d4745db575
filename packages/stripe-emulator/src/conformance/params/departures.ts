/** Parameters of some requests that are not as the SDK's types say, and why. */
export interface Departure {
  /** Requests as the SDK makes them, with `*` for an id. */
  at: readonly string[]
  /** Full names; `a[][b]` is in every item of a list, `a=b` is a value. */
  params: readonly string[]
  why: string
}

/** What may be given here, and nothing depends on. */
export const IGNORED: readonly Departure[] = [
  {
    at: ['POST /v1/accounts', 'POST /v1/accounts/*'],
    params: ['company', 'documents', 'external_account', 'individual', 'tos_acceptance'],
    why: 'Who stands behind an account is taken as told: nothing here verifies anybody.',
  },
  {
    at: ['POST /v1/account_links'],
    params: ['collection_options'],
    why: 'The page of onboarding asks for nothing, so it cannot ask for more or less.',
  },
  {
    at: ['POST /v1/customers', 'POST /v1/customers/*'],
    params: ['validate'],
    why: 'A card is known by its test number, and every customer who is given one may have it.',
  },
  {
    at: ['POST /v1/invoices/*/pay'],
    params: ['forgive', 'mandate'],
    why: 'A charge takes the whole amount or fails, and a saved method needs no mandate here.',
  },
  {
    at: ['POST /v1/invoices/create_preview'],
    params: ['preview_mode'],
    why: 'Every preview is one of the next invoice.',
  },
  {
    at: ['POST /v1/payment_intents', 'POST /v1/payment_intents/*/confirm'],
    params: ['mandate', 'mandate_data', 'radar_options', 'use_stripe_sdk'],
    why: 'What becomes of a payment depends on its test card alone, and a saved method needs no mandate.',
  },
  {
    at: ['POST /v1/payment_intents', 'POST /v1/payment_intents/*', 'POST /v1/payment_intents/*/confirm'],
    params: [
      'payment_method_data[radar_options]',
      'payment_method_options[card][cvc_token]',
      'payment_method_options[card][moto]',
    ],
    why: 'What becomes of a payment depends on its test card alone.',
  },
  {
    at: ['POST /v1/payment_intents/*/confirm'],
    params: ['amount_to_confirm'],
    why: 'It guards a browser against an amount that changed, and confirming here is done by the server.',
  },
  {
    at: ['POST /v1/payment_intents/*/capture'],
    params: ['final_capture'],
    why: 'Every authorization is captured once, so every capture is the final one.',
  },
  {
    at: ['POST /v1/payment_methods'],
    params: ['radar_options'],
    why: 'What becomes of a payment depends on its test card alone.',
  },
  {
    at: ['POST /v1/refunds'],
    params: ['reverse_transfer'],
    why: 'Transfers to connected accounts are noted on the payment and not booked.',
  },
  {
    at: ['POST /v1/subscriptions', 'POST /v1/subscriptions/*'],
    params: ['trial_from_plan'],
    why: 'Trials of prices are old; a subscription says its own.',
  },
  {
    at: ['POST /v1/subscriptions/*'],
    params: ['items[][clear_usage]'],
    why: 'There are no usage meters here, so there is no usage to clear.',
  },
  {
    at: ['POST /v1/invoices/create_preview'],
    params: ['subscription_details[items][][clear_usage]'],
    why: 'There are no usage meters here, so there is no usage to clear.',
  },
  {
    at: ['DELETE /v1/subscription_items/*'],
    params: ['clear_usage'],
    why: 'There are no usage meters here, so there is no usage to clear.',
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
