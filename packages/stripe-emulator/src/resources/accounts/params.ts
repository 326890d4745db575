import { bool, currency, oneOf, text } from '../../transport/params/leaves'
import { hash, ignored, list, metadata, required, unsettable, unused } from '../../transport/params/params'
import { address } from '../../transport/params/shapes'

const businessProfile = hash({
  mcc: text(),
  name: unsettable(text()),
  product_description: unsettable(text()),
  support_address: unsettable(address),
  support_email: unsettable(text()),
  support_phone: unsettable(text()),
  support_url: unsettable(text()),
  url: unsettable(text()),
})

const capability = hash({ requested: bool() })

export const capabilities = hash({
  acss_debit_payments: capability,
  au_becs_debit_payments: capability,
  bacs_debit_payments: capability,
  bank_transfer_payments: capability,
  card_payments: capability,
  link_payments: capability,
  sepa_debit_payments: capability,
  transfers: capability,
  us_bank_account_ach_payments: capability,
})

const invoices = { hosted_payment_method_save: oneOf('always', 'never', 'offer') }

const settings = {
  branding: hash({
    icon: text(),
    logo: text(),
    primary_color: text(),
    secondary_color: text(),
  }),
  invoices: hash(invoices),
  payments: hash({ statement_descriptor: text({ max: 22 }) }),
}

/** What is asked of people, companies and their banks is taken as told: nothing here verifies it. */
export const accountParams = {
  business_profile: businessProfile,
  business_type: oneOf('company', 'government_entity', 'individual', 'non_profit'),
  capabilities,
  company: ignored,
  default_currency: currency(),
  documents: ignored,
  email: text(),
  external_account: ignored,
  individual: ignored,
  metadata,
  settings: hash({
    ...settings,
    invoices: hash({ ...invoices, default_account_tax_ids: unsettable(list(text())) }),
  }),
  tos_acceptance: ignored,
}

export const createAccountParams = {
  ...accountParams,
  settings: hash(settings),
  country: text({ max: 2 }),
  type: oneOf('custom', 'express', 'standard'),
  controller: hash({
    fees: hash({ payer: oneOf('account', 'application') }),
    losses: hash({ payments: oneOf('application', 'stripe') }),
    requirement_collection: oneOf('application', 'stripe'),
    stripe_dashboard: hash({ type: oneOf('express', 'full', 'none') }),
  }),
}

export const accountLinkParams = {
  account: required(text()),
  collect: oneOf('currently_due', 'eventually_due'),
  collection_options: unused(
    hash({
      fields: oneOf('currently_due', 'eventually_due'),
      future_requirements: oneOf('include', 'omit'),
    }),
  ),
  refresh_url: text(),
  return_url: text(),
  type: required(oneOf('account_onboarding', 'account_update')),
}
