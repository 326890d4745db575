/**
 * The fields whose numbers may have a fraction; every other `number` of the SDK is an integer: minor
 * units, unix seconds, a count. Decimals with many places travel as strings and are not among them.
 */
export const FRACTIONS: ReadonlySet<string> = new Set([
  'aggregated_value',
  'amount_percent',
  'application_fee_percent',
  'dispute_rate',
  'effective_percentage',
  'exchange_rate',
  'height',
  'invalid_account_number_decline_rate_past_hour',
  'invalid_credentials_decline_rate_past_hour',
  'latitude',
  'length',
  'longitude',
  'percent',
  'percent_off',
  'percent_ownership',
  'percentage',
  'rates',
  'score',
  'weight',
  'width',
])
