import type Stripe from 'stripe'
import { currencyOfCountry } from '../../money/currency'
import type { Wire } from '../../wire/wire'

export type Account = Wire<Stripe.Account>

interface Basics {
  country: string
  email: string | null
  name: string | null
  now: number
}

/** Returns the account behind a key: complete, in the United States. */
export function platformAccount(id: string, now: number): Account {
  const basics = { country: 'US', email: null, name: 'Local test business', now }
  return { ...complete(newAccount(id, basics), now), type: 'standard', controller: { type: 'account' } }
}

/** Makes an account as it is opened: it has told nothing yet, so it may not be paid. */
export function newAccount(id: string, { country, email, name, now }: Basics): Account {
  return {
    id,
    object: 'account',
    business_profile: businessProfile(name),
    business_type: null,
    capabilities: {},
    charges_enabled: false,
    controller: controllerOf('standard'),
    country,
    created: now,
    default_currency: currencyOfCountry(country),
    details_submitted: false,
    email,
    external_accounts: {
      object: 'list',
      data: [],
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: requirements([]),
    metadata: {},
    payouts_enabled: false,
    requirements: requirements(ASKED_AT_ONBOARDING),
    settings: settings(name),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: 'none',
  }
}

/** Returns an account as it is once a person has told Stripe all it asks. */
export function complete(account: Account, now: number): Account {
  return {
    ...account,
    capabilities: { ...account.capabilities, card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    details_submitted: true,
    payouts_enabled: true,
    requirements: requirements([]),
    tos_acceptance: { ...account.tos_acceptance, date: now },
  }
}

/**
 * Returns who answers for what, by the account types of before:
 * https://docs.stripe.com/connect/migrate-to-controller-properties
 */
export function controllerOf(type: 'custom' | 'express' | 'standard'): NonNullable<Account['controller']> {
  const platform = { type: 'application', is_controller: true } as const
  if (type === 'standard') {
    return {
      ...platform,
      fees: { payer: 'account' },
      losses: { payments: 'stripe' },
      requirement_collection: 'stripe',
      stripe_dashboard: { type: 'full' },
    }
  }
  const isExpress = type === 'express'
  return {
    ...platform,
    fees: { payer: isExpress ? 'application_express' : 'application_custom' },
    losses: { payments: 'application' },
    requirement_collection: isExpress ? 'stripe' : 'application',
    stripe_dashboard: { type: isExpress ? 'express' : 'none' },
  }
}

const ASKED_AT_ONBOARDING = [
  'business_profile.product_description',
  'business_profile.support_phone',
  'business_profile.url',
  'external_account',
  'tos_acceptance.date',
  'tos_acceptance.ip',
]

function businessProfile(name: string | null): NonNullable<Account['business_profile']> {
  return {
    mcc: null,
    minority_owned_business_designation: null,
    name,
    product_description: null,
    specified_commercial_transactions_act_url: null,
    support_address: null,
    support_email: null,
    support_phone: null,
    support_url: null,
    url: null,
  }
}

function requirements(due: string[]): NonNullable<Account['requirements']> {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: due,
    disabled_reason: due.length > 0 ? 'requirements.past_due' : null,
    errors: [],
    eventually_due: due,
    past_due: due,
    pending_verification: [],
  }
}

function settings(name: string | null): NonNullable<Account['settings']> {
  return {
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: name, timezone: 'Etc/UTC' },
    invoices: { default_account_tax_ids: null, hosted_payment_method_save: 'never' },
    payments: {
      statement_descriptor: null,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
  }
}
