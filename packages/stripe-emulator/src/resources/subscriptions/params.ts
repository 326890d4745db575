import { bool, currency, decimal, integer, oneOf, text } from '../../transport/params/leaves'
import {
  hash,
  list,
  metadata,
  type Param,
  type Read,
  required,
  unsettable,
  unused,
} from '../../transport/params/params'
import { customFields, discounts } from '../../transport/params/shapes'
import { percentage } from '../catalog/percentage'
import { party } from '../invoices/params'
import { METHOD_TYPES } from '../invoices/terms/payment-settings'

const MAX_ITEMS = 20

const amounts = {
  currency: required(currency()),
  product: required(text()),
  tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
  unit_amount: integer(),
  unit_amount_decimal: decimal({ signed: true }),
}

const recurring = hash({
  interval: required(oneOf('day', 'week', 'month', 'year')),
  interval_count: integer({ min: 1 }),
})

/** What an item may be given, alone or inside its subscription. */
export const itemParams = {
  discounts,
  metadata,
  plan: text(),
  price: text(),
  price_data: hash({
    ...amounts,
    recurring: required(recurring),
    unit_amount: integer({ min: 0 }),
    unit_amount_decimal: decimal(),
  }),
  quantity: integer({ min: 0 }),
  tax_rates: unsettable(list(text(), { max: 5 })),
}

export const prorations = {
  proration_behavior: oneOf('always_invoice', 'create_prorations', 'none'),
  proration_date: integer(),
}

export const paymentBehavior = oneOf(
  'allow_incomplete',
  'default_incomplete',
  'error_if_incomplete',
  'pending_if_incomplete',
)

const extraItems = list(
  hash({
    discountable: bool(),
    discounts,
    metadata,
    price: text(),
    price_data: hash(amounts),
    quantity: integer({ min: 0 }),
    tax_rates: unsettable(list(text(), { max: 5 })),
  }),
  { max: MAX_ITEMS },
)

const pauseCollection = hash({
  behavior: required(oneOf('keep_as_draft', 'mark_uncollectible', 'void')),
  resumes_at: integer(),
})

const trialSettings = hash({
  end_behavior: required(
    hash({
      billing_cycle_anchor: oneOf('now', 'unchanged'),
      missing_payment_method: oneOf('cancel', 'create_invoice', 'pause'),
    }),
  ),
})

export const cancellationDetails = hash({
  comment: unsettable(text()),
  feedback: unsettable(
    oneOf(
      'customer_service',
      'low_quality',
      'missing_features',
      'other',
      'switched_service',
      'too_complex',
      'too_expensive',
      'unused',
    ),
  ),
})

/** What a subscription may be given, at the start and later. */
const terms = {
  add_invoice_items: extraItems,
  application_fee_percent: unsettable(percentage({ places: 2 })),
  automatic_tax: hash({ enabled: required(oneOf('false')) }),
  cancel_at: unsettable(moment('min_period_end', 'max_period_end')),
  cancel_at_period_end: bool(),
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  days_until_due: integer({ min: 0 }),
  default_payment_method: unsettable(text()),
  default_source: unsettable(text()),
  default_tax_rates: unsettable(list(text(), { max: 5 })),
  description: unsettable(text({ max: 500 })),
  discounts,
  invoice_settings: hash({
    account_tax_ids: unsettable(list(text())),
    custom_fields: customFields,
    description: unsettable(text()),
    footer: unsettable(text()),
    issuer: party,
  }),
  metadata,
  off_session: bool(),
  on_behalf_of: unsettable(text()),
  payment_behavior: paymentBehavior,
  payment_settings: hash({
    payment_method_types: unsettable(list(oneOf(...METHOD_TYPES))),
    save_default_payment_method: oneOf('off', 'on_subscription'),
  }),
  transfer_data: unsettable(
    hash({ amount_percent: percentage({ places: 2 }), destination: required(text()) }),
  ),
  trial_end: moment('now'),
  trial_from_plan: unused(bool()),
  trial_settings: trialSettings,
}

export const createParams = {
  ...terms,
  billing_cycle_anchor: integer(),
  billing_cycle_anchor_config: hash({
    day_of_month: required(integer({ min: 1, max: 31 })),
    hour: integer({ min: 0, max: 23 }),
    minute: integer({ min: 0, max: 59 }),
    month: integer({ min: 1, max: 12 }),
    second: integer({ min: 0, max: 59 }),
  }),
  billing_mode: hash({
    flexible: hash({ proration_discounts: oneOf('included', 'itemized') }),
    type: required(oneOf('classic', 'flexible')),
  }),
  currency: currency(),
  customer: required(text()),
  items: required(list(hash(itemParams), { max: MAX_ITEMS })),
  proration_behavior: prorations.proration_behavior,
  trial_period_days: integer({ min: 0, max: 730 }),
}

export const updateParams = {
  ...terms,
  ...prorations,
  billing_cycle_anchor: hash({ type: required(oneOf('now', 'unchanged')) }),
  cancellation_details: cancellationDetails,
  items: list(hash({ ...itemParams, clear_usage: unused(bool()), deleted: bool(), id: text() }), {
    max: MAX_ITEMS,
  }),
  pause_collection: unsettable(pauseCollection),
}

export type ItemRequest = Read<typeof itemParams>
export type Terms = Read<typeof terms>
export type CreateRequest = Read<typeof createParams>
export type UpdateRequest = Read<typeof updateParams>
export type ExtraItems = Terms['add_invoice_items']

/** A moment in unix seconds, or one of the words that name one. */
function moment<const Word extends string>(...words: Word[]): Param<number | Word | undefined> {
  return {
    read: (value, at) => words.find((word) => word === value) ?? integer().read(value, at),
  }
}
