import type { Departure } from './departures'

const CREATE_INTENT = 'POST /v1/payment_intents'
const UPDATE_INTENT = 'POST /v1/payment_intents/*'
const CONFIRM_INTENT = 'POST /v1/payment_intents/*/confirm'
const CAPTURE_INTENT = 'POST /v1/payment_intents/*/capture'
const INTENTS = [CREATE_INTENT, UPDATE_INTENT, CONFIRM_INTENT]

/** Parameters of payments that the SDK's types know and the emulator does not read: it refuses them as unknown. */
export const UNREAD_OF_PAYMENTS: readonly Departure[] = [
  {
    at: [...INTENTS, CAPTURE_INTENT],
    params: ['amount_details'],
    why: 'Line items of a payment are for card networks that price by them, and no network is behind this.',
  },
  {
    at: [...INTENTS, CAPTURE_INTENT],
    params: ['hooks'],
    why: 'Hooks link a payment to a tax calculation, and there are no tax calculations here.',
  },
  {
    at: [CREATE_INTENT, CONFIRM_INTENT],
    params: ['confirmation_token'],
    why: 'Confirmation tokens come from Stripe.js in a browser, and there is no Stripe.js here.',
  },
  {
    at: [CREATE_INTENT, CONFIRM_INTENT],
    params: ['radar_options[referrer]'],
    why: 'Nothing weighs the risk of a payment here but the number of its test card.',
  },
  {
    at: [CREATE_INTENT, UPDATE_INTENT],
    params: ['payment_method_configuration', 'transfer_data[payment_data]'],
    why: 'There are no configurations of payment methods here, and a transfer tells nothing of its payment.',
  },
  {
    at: [UPDATE_INTENT],
    params: ['transfer_data[description]', 'transfer_data[metadata]'],
    why: 'A transfer is described when its payment is made.',
  },
  {
    at: [CAPTURE_INTENT],
    params: ['payment_details'],
    why: 'References are given when the payment is made or confirmed.',
  },
  {
    at: [...INTENTS],
    params: ['payment_method_data[us_bank_account][financial_connections_account]'],
    why: 'No bank is asked for its accounts: account numbers are typed.',
  },
  {
    at: ['POST /v1/payment_methods'],
    params: ['us_bank_account[financial_connections_account]'],
    why: 'No bank is asked for its accounts: account numbers are typed.',
  },
  {
    at: ['POST /v1/payment_methods'],
    params: ['payment_method'],
    why: 'It copies a payment method to a connected account, and none is shared here.',
  },
  {
    at: INTENTS,
    params: ['payment_method_options[card][installments]'],
    why: 'Plans of instalments are offered for cards of some countries, and no test card here is from one.',
  },
  {
    at: INTENTS,
    params: [
      'payment_method_options[card][mandate_options]',
      'payment_method_options[sepa_debit][mandate_options]',
      'payment_method_options[us_bank_account][mandate_options]',
    ],
    why: 'There are no mandates here: a saved method may be debited again.',
  },
  {
    at: INTENTS,
    params: [
      'payment_method_options[card][request_extended_authorization]',
      'payment_method_options[card][request_incremental_authorization]',
      'payment_method_options[card][request_multicapture]',
      'payment_method_options[card][request_overcapture]',
    ],
    why: 'An authorization lasts seven days, keeps its amount, and is captured once here.',
  },
  {
    at: INTENTS,
    params: [
      'payment_method_options[card][require_cvc_recollection]',
      'payment_method_options[card][setup_credential_usage]',
      'payment_method_options[card][stored_credential_usage]',
      'payment_method_options[card][three_d_secure]',
    ],
    why: 'They tell how a card was collected or authenticated elsewhere; here it is done on the pages of the emulator.',
  },
  {
    at: INTENTS,
    params: [
      'payment_method_options[card][statement_descriptor_suffix_kana]',
      'payment_method_options[card][statement_descriptor_suffix_kanji]',
    ],
    why: 'Statements in Japanese are for accounts in Japan, and what a bank prints is not shown here.',
  },
  {
    at: INTENTS,
    params: ['payment_method_options[card][capture_method]='],
    why: 'A card that was to be captured by hand stays so.',
  },
  {
    at: INTENTS,
    params: [
      'payment_method_options[us_bank_account][financial_connections]',
      'payment_method_options[us_bank_account][networks]',
      'payment_method_options[us_bank_account][transaction_purpose]',
    ],
    why: 'No bank is asked for its accounts, and debits go one way, whatever they are for.',
  },
  {
    at: ['POST /v1/disputes/*'],
    params: [
      'evidence[appeal]',
      'evidence[cancellation_policy]',
      'evidence[customer_communication]',
      'evidence[customer_signature]',
      'evidence[duplicate_charge_documentation]',
      'evidence[receipt]',
      'evidence[refund_policy]',
      'evidence[service_documentation]',
      'evidence[shipping_documentation]',
      'evidence[uncategorized_file]',
    ],
    why: 'They name files, and there are no files here: evidence is told in words.',
  },
  {
    at: ['POST /v1/disputes/*'],
    params: ['evidence[enhanced_evidence]'],
    why: 'It is for programmes of card networks, and no network is behind this.',
  },
  {
    at: ['POST /v1/refunds'],
    params: ['currency', 'customer', 'origin'],
    why: 'They refund a cash balance, which nobody can fill here: there are no bank transfers.',
  },
  {
    at: ['POST /v1/payouts'],
    params: ['payout_method'],
    why: 'It names a payout method of API v2, and there is no API v2 here.',
  },
]
