import { bool, currency, integer, oneOf, text } from '../../../transport/params/leaves'
import {
  hash,
  list,
  metadata,
  type Read,
  required,
  unsettable,
  unused,
} from '../../../transport/params/params'
import { address } from '../../../transport/params/shapes'
import { paymentMethodData } from '../methods/params'

const METHOD_TYPES = [
  'acss_debit',
  'affirm',
  'alipay',
  'amazon_pay',
  'bacs_debit',
  'bancontact',
  'blik',
  'card',
  'cashapp',
  'customer_balance',
  'eps',
  'giropay',
  'ideal',
  'klarna',
  'konbini',
  'p24',
  'paypal',
  'sepa_debit',
  'sofort',
  'us_bank_account',
  'wechat_pay',
] as const

const futureUsage = oneOf('off_session', 'on_session')

export const intentShipping = hash({
  address: required(address),
  carrier: text(),
  name: required(text()),
  phone: text(),
  tracking_number: text(),
})

const paymentDetails = hash({
  customer_reference: unsettable(text()),
  order_reference: unsettable(text()),
})

const cardOptions = hash({
  capture_method: oneOf('manual'),
  cvc_token: unused(text()),
  moto: unused(bool()),
  network: oneOf(
    'amex',
    'cartes_bancaires',
    'diners',
    'discover',
    'eftpos_au',
    'girocard',
    'interac',
    'jcb',
    'link',
    'mastercard',
    'unionpay',
    'unknown',
    'visa',
  ),
  request_three_d_secure: oneOf('any', 'automatic', 'challenge'),
  setup_future_usage: unsettable(oneOf('none', 'off_session', 'on_session')),
})

const methodOptions = hash({
  card: unsettable(cardOptions),
  sepa_debit: unsettable(
    hash({ setup_future_usage: unsettable(oneOf('none', 'off_session', 'on_session')), target_date: text() }),
  ),
  us_bank_account: unsettable(
    hash({
      setup_future_usage: unsettable(oneOf('none', 'off_session', 'on_session')),
      target_date: text(),
      verification_method: oneOf('automatic', 'instant', 'microdeposits'),
    }),
  ),
})

const mandateData = unsettable(
  hash({
    customer_acceptance: required(
      hash({
        accepted_at: integer(),
        offline: hash({}),
        online: hash({ ip_address: text(), user_agent: text() }),
        type: required(oneOf('offline', 'online')),
      }),
    ),
  }),
)

/** What an intent may be given at any time before it is under way. */
const terms = {
  allowed_payment_method_types: list(oneOf(...METHOD_TYPES, 'link')),
  excluded_payment_method_types: unsettable(list(oneOf(...METHOD_TYPES))),
  payment_details: unsettable(paymentDetails),
  payment_method: text(),
  payment_method_data: paymentMethodData,
  payment_method_options: methodOptions,
  receipt_email: unsettable(text()),
  setup_future_usage: unsettable(futureUsage),
  shipping: unsettable(intentShipping),
}

const destiny = {
  metadata,
  application_fee_amount: unsettable(integer()),
  capture_method: oneOf('automatic', 'automatic_async', 'manual'),
  customer: text(),
  description: unsettable(text()),
  statement_descriptor: text({ max: 22 }),
  statement_descriptor_suffix: text({ max: 22 }),
  transfer_group: text(),
}

/** What only matters when the intent is confirmed. */
const confirmation = {
  error_on_requires_action: bool(),
  mandate: unused(text()),
  mandate_data: unused(mandateData),
  off_session: oneOf('true', 'false', 'one_off', 'recurring'),
  radar_options: unused(hash({ session: text() })),
  return_url: text(),
  use_stripe_sdk: unused(bool()),
}

export const createIntentParams = {
  ...terms,
  ...destiny,
  ...confirmation,
  amount: required(integer()),
  automatic_payment_methods: hash({
    allow_redirects: oneOf('always', 'never'),
    enabled: required(bool()),
  }),
  confirm: bool(),
  confirmation_method: oneOf('automatic', 'manual'),
  currency: required(currency()),
  on_behalf_of: text(),
  transfer_data: hash({
    amount: integer({ min: 1 }),
    description: text(),
    destination: required(text()),
    metadata,
  }),
}

export const updateIntentParams = {
  ...terms,
  ...destiny,
  amount: integer(),
  currency: currency(),
  transfer_data: hash({ amount: integer({ min: 1 }) }),
}

export const confirmIntentParams = {
  ...terms,
  ...confirmation,
  amount_to_confirm: unused(integer()),
  capture_method: oneOf('automatic', 'automatic_async', 'manual'),
}

export type CreateIntentRequest = Read<typeof createIntentParams>
export type UpdateIntentRequest = Read<typeof updateIntentParams>
export type ConfirmIntentRequest = Read<typeof confirmIntentParams>
