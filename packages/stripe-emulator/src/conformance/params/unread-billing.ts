import type { Departure } from './departures'

const ACCOUNTS = ['POST /v1/accounts', 'POST /v1/accounts/*']
const INVOICES = ['POST /v1/invoices', 'POST /v1/invoices/*']
const PREVIEW = 'POST /v1/invoices/create_preview'
const SUBSCRIPTIONS = ['POST /v1/subscriptions', 'POST /v1/subscriptions/*']
const SUBSCRIPTION_ITEMS = ['POST /v1/subscription_items', 'POST /v1/subscription_items/*']

/** Parameters of billing and accounts that the SDK's types know and the emulator does not read: it refuses them as unknown. */
export const UNREAD_OF_BILLING: readonly Departure[] = [
  {
    at: ['POST /v1/customers/*/sources'],
    params: ['metadata', 'validate'],
    why: 'Sources are here for code that still makes them from a token, and nothing more.',
  },
  {
    at: ['POST /v1/prices', 'POST /v1/prices/*'],
    params: ['currency_options[*][tiers]'],
    why: 'Prices in tiers are refused, in whatever currency.',
  },
  {
    at: ['POST /v1/products'],
    params: ['default_price_data[currency_options][*][tiers]'],
    why: 'Prices in tiers are refused, in whatever currency.',
  },
  {
    at: INVOICES,
    params: ['payment_settings[payment_method_options][card][installments][plan]'],
    why: 'Plans of instalments are offered for cards of some countries, and no test card here is from one.',
  },
  {
    at: INVOICES,
    params: ['payment_settings[payment_method_options][us_bank_account][financial_connections][filters]'],
    why: 'No bank is asked for its accounts: account numbers are typed.',
  },
  {
    at: [PREVIEW],
    params: ['schedule', 'schedule_details'],
    why: 'There are no subscription schedules here.',
  },
  {
    at: [PREVIEW],
    params: ['subscription_details[billing_schedules]', 'subscription_details[cancel_at]=max_billed_until'],
    why: 'Billing schedules bill ahead of the period; every period is billed when it begins here.',
  },
  {
    at: [PREVIEW],
    params: ['subscription_details[pause]', 'subscription_details[resume_at]'],
    why: 'A pause or its end is not previewed: neither brings an invoice of its own here.',
  },
  {
    at: [PREVIEW],
    params: ['subscription_details[start_date]'],
    why: 'A subscription begins when it is made; only its anchor may lie elsewhere.',
  },
  {
    at: [PREVIEW],
    params: [
      'subscription_details[billing_cycle_anchor][timestamp]',
      'subscription_details[billing_cycle_anchor][type]=timestamp',
    ],
    why: 'A running subscription moves its anchor to now or leaves it, as its update does here.',
  },
  {
    at: [PREVIEW],
    params: ['subscription_details[items][][billing_thresholds]'],
    why: 'Thresholds are for usage, and there are no usage meters here.',
  },
  {
    at: [PREVIEW],
    params: ['subscription_details[items][][current_trial]'],
    why: 'A trial is one of the whole subscription here; trials of single items come with trial offers.',
  },
  {
    at: SUBSCRIPTIONS,
    params: ['billing_schedules', 'cancel_at=max_billed_until'],
    why: 'Billing schedules bill ahead of the period; every period is billed when it begins here.',
  },
  {
    at: SUBSCRIPTIONS,
    params: ['billing_thresholds', 'items[][billing_thresholds]'],
    why: 'Thresholds are for usage, and there are no usage meters here.',
  },
  {
    at: SUBSCRIPTION_ITEMS,
    params: ['billing_thresholds'],
    why: 'Thresholds are for usage, and there are no usage meters here.',
  },
  {
    at: SUBSCRIPTIONS,
    params: ['items[][current_trial]'],
    why: 'A trial is one of the whole subscription here; trials of single items come with trial offers.',
  },
  {
    at: SUBSCRIPTION_ITEMS,
    params: ['current_trial'],
    why: 'A trial is one of the whole subscription here; trials of single items come with trial offers.',
  },
  {
    at: SUBSCRIPTIONS,
    params: ['pending_invoice_item_interval'],
    why: 'What waits is invoiced with the next period, not between two.',
  },
  {
    at: ['POST /v1/subscriptions'],
    params: ['backdate_start_date'],
    why: 'A subscription begins when it is made; only its anchor may lie elsewhere.',
  },
  {
    at: SUBSCRIPTIONS,
    params: ['add_invoice_items[][period]'],
    why: 'What is added to an invoice stands for the moment when it is added.',
  },
  {
    at: SUBSCRIPTIONS,
    params: ['automatic_tax[enabled]=true', 'automatic_tax[liability]'],
    why: 'A subscription is taxed by its tax rates: no account here is registered for automatic tax.',
  },
  {
    at: SUBSCRIPTIONS,
    params: ['payment_settings[payment_method_options]'],
    why: 'How a charge of a subscription goes depends on its test card alone.',
  },
  {
    at: ['POST /v1/subscriptions/*', 'DELETE /v1/subscriptions/*'],
    params: ['cancellation_details[feedback_option]'],
    why: "Feedback options of one's own are made on the billing portal, which is not here.",
  },
  {
    at: ACCOUNTS,
    params: ['account_token', 'groups'],
    why: 'Tokens of accounts come from Stripe.js, and groups set prices for payments; neither is here.',
  },
  {
    at: ACCOUNTS,
    params: [
      'business_profile[annual_revenue]',
      'business_profile[estimated_worker_count]',
      'business_profile[minority_owned_business_designation]',
      'business_profile[monthly_estimated_revenue]',
      'business_profile[specified_commercial_transactions_act_url]',
    ],
    why: 'Who stands behind an account is not verified, so nobody asks how large it is.',
  },
  {
    at: ACCOUNTS,
    params: [
      'settings[bacs_debit_payments]',
      'settings[card_payments]',
      'settings[payouts]',
      'settings[sepa_debit_payments]',
      'settings[payments][statement_descriptor_kana]',
      'settings[payments][statement_descriptor_kanji]',
    ],
    why: 'What a bank prints and when payouts go out is as a new account has it.',
  },
]
