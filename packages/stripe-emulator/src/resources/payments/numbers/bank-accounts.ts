import type { ErrorCode } from './decline'

/** How a debit of a test account ends, when it ends. */
export interface AccountBehaviour {
  fails?: { code: string; errorCode: ErrorCode; message: string }
  /** Settles, and is disputed at once. */
  isDisputed?: true
  /** Ends by itself after so many seconds; otherwise somebody settles it. */
  endsAfterSeconds?: number
}

type Failure = NonNullable<AccountBehaviour['fails']>

const THREE_MINUTES = 180
const ROUTING_NUMBER = '110000000'

const ACCOUNT_CLOSED = failure('account_closed', "The customer's bank account has been closed.")
const NO_ACCOUNT = failure('no_account', "The customer's bank account could not be located.")
const NOT_AUTHORIZED = failure(
  'debit_not_authorized',
  'The customer has notified their bank that this payment was unauthorized.',
)
/** What a debit fails with that has no reason of its own. */
export const INSUFFICIENT_FUNDS = failure(
  'insufficient_funds',
  "The customer's account has insufficient funds to cover this payment.",
)
const INVALID_CURRENCY: Failure = {
  code: 'invalid_currency',
  errorCode: 'payment_method_currency_mismatch',
  message: 'The bank was unable to process this payment because of its currency.',
}
const OVER_LIMIT = failure(
  'charge_exceeds_source_limit',
  "The payment exceeds the account's weekly payment volume limit.",
)
const TOO_MUCH: Failure = {
  code: 'charge_exceeds_weekly_limit',
  errorCode: 'charge_exceeds_transaction_limit',
  message: "The payment exceeds the account's transaction volume limit.",
}

interface TestAccount extends AccountBehaviour {
  /** The last part of `pm_usBankAccount_<name>` or `pm_sepaDebit_<name>_<country>`. */
  name?: string
}

/** https://docs.stripe.com/testing */
const US: Record<string, TestAccount> = {
  '000123456789': { name: 'success' },
  '000111111113': { name: 'accountClosed', fails: ACCOUNT_CLOSED },
  '000111111116': { name: 'noAccount', fails: NO_ACCOUNT },
  '000222222227': { name: 'insufficientFunds', fails: INSUFFICIENT_FUNDS },
  '000333333335': { name: 'debitNotAuthorized', fails: NOT_AUTHORIZED },
  '000444444440': { name: 'invalidCurrency', fails: INVALID_CURRENCY },
  '000555555559': { name: 'dispute', isDisputed: true },
  '000000000009': { name: 'processing' },
  '000777777771': { name: 'weeklyLimitExceeded', fails: OVER_LIMIT },
}

const SEPA: Record<string, TestAccount> = {
  AT611904300234573201: { name: 'success' },
  AT321904300235473204: { name: 'successDelayed', endsAfterSeconds: THREE_MINUTES },
  AT861904300235473202: { name: 'failed', fails: INSUFFICIENT_FUNDS },
  BE62510007547061: { name: 'success' },
  BE68539007547034: { name: 'failed', fails: INSUFFICIENT_FUNDS },
  DE89370400440532013000: { name: 'success' },
  DE08370400440532013003: { name: 'successDelayed', endsAfterSeconds: THREE_MINUTES },
  DE62370400440532013001: { name: 'failed', fails: INSUFFICIENT_FUNDS },
  DE78370400440532013004: {
    name: 'failedDelayed',
    fails: INSUFFICIENT_FUNDS,
    endsAfterSeconds: THREE_MINUTES,
  },
  DE35370400440532013002: { name: 'disputed', isDisputed: true },
  DE65370400440000343434: { name: 'exceedsWeeklyVolumeLimit', fails: OVER_LIMIT },
  DE27370400440000121212: { name: 'exceedsWeeklyTransactionLimit', fails: TOO_MUCH },
  DE65370400440002222227: { name: 'insufficientFunds', fails: INSUFFICIENT_FUNDS },
  FR1420041010050500013M02606: { name: 'success' },
  FR3020041010050500013M02609: { name: 'successDelayed', endsAfterSeconds: THREE_MINUTES },
  FR8420041010050500013M02607: { name: 'failed', fails: INSUFFICIENT_FUNDS },
  IE29AIBK93115212345678: { name: 'success' },
  IE24AIBK93115212345671: { name: 'successDelayed', endsAfterSeconds: THREE_MINUTES },
  IE02AIBK93115212345679: { name: 'failed', fails: INSUFFICIENT_FUNDS },
}

/** A test id's account, as the parameters of a payment method would name it. */
export type NamedAccount =
  | { type: 'us_bank_account'; routing_number: string; account_number: string }
  | { type: 'sepa_debit'; iban: string }

export function accountOfTestId(id: string): NamedAccount | undefined {
  const [, us] = /^pm_usBankAccount_(\w+)$/.exec(id) ?? []
  const number = Object.keys(US).find((each) => us !== undefined && US[each]?.name === us)
  if (number) return { type: 'us_bank_account', routing_number: ROUTING_NUMBER, account_number: number }
  const [, name, country = ''] = /^pm_sepaDebit_(\w+)_([a-z]{2})$/.exec(id) ?? []
  const iban = Object.keys(SEPA).find(
    (each) => each.startsWith(country.toUpperCase()) && name !== undefined && SEPA[each]?.name === name,
  )
  return iban ? { type: 'sepa_debit', iban } : undefined
}

export function accountBehaviour(number: string): AccountBehaviour {
  return US[number] ?? SEPA[number] ?? {}
}

/** Returns whether the account may be kept: nobody's own is. */
export function isTestAccount(number: string): boolean {
  return Object.hasOwn(US, number) || Object.hasOwn(SEPA, number)
}

export function isTestRouting(number: string): boolean {
  return number === ROUTING_NUMBER
}

/** A code that charges and errors share. */
function failure(code: ErrorCode, message: string): Failure {
  return { code, errorCode: code, message }
}
