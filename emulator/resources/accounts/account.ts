import type Stripe from 'stripe'
import { currencyOfCountry } from '../../money/currency'
import type { Wire } from '../../wire'

export type Account = Wire<Stripe.Account>

interface Basics {
  country: string
  email: string | null
  name: string | null
  now: number
}

/** The account behind a key: complete, in the United States. */
export function platformAccount(id: string, now: number): Account {
  const basics = { country: 'US', email: null, name: 'Local test business', now }
  return { ...newAccount(id, basics), type: 'standard', controller: { type: 'account' } }
}

/** An account as it stands once onboarding is done: it may charge at once. */
export function newAccount(id: string, { country, email, name, now }: Basics): Account {
  return {
    id,
    object: 'account',
    business_profile: businessProfile(name),
    business_type: null,
    capabilities: { card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    controller: {
      type: 'application',
      is_controller: true,
      fees: { payer: 'account' },
      losses: { payments: 'stripe' },
      requirement_collection: 'stripe',
      stripe_dashboard: { type: 'full' },
    },
    country,
    created: now,
    default_currency: currencyOfCountry(country),
    details_submitted: true,
    email,
    external_accounts: {
      object: 'list',
      data: [],
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: nothingDue(),
    metadata: {},
    payouts_enabled: true,
    requirements: nothingDue(),
    settings: settings(name),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: 'none',
  }
}

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

function nothingDue(): NonNullable<Account['requirements']> {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: [],
    disabled_reason: null,
    errors: [],
    eventually_due: [],
    past_due: [],
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
