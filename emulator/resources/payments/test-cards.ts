import { passesLuhn } from '../../luhn'
import { TEXTS } from '../../unconfirmed'

type CardError =
  | 'authentication_required'
  | 'card_declined'
  | 'expired_card'
  | 'incorrect_cvc'
  | 'incorrect_number'
  | 'processing_error'

export type CardResult =
  | { ok: true }
  | { ok: false; code: CardError; declineCode: string; message: string; field?: 'number' | 'expiry' | 'cvc' }

const SUCCESS: CardResult = { ok: true }
const DECLINED = 'Your card was declined.'
const SUCCEEDING = [
  '4242424242424242',
  '4000056655665556',
  '4000000000003055',
  '4000000000000259',
  '4000000000002685',
  '4000000000001976',
  '4000000000007726',
  '4000000000005126',
  '5555555555554444',
  '2223003122003222',
  '5200828282828210',
  '378282246310005',
  '371449635398431',
  '6011111111111117',
  '6011000990139424',
  '3056930009020004',
  '30569309025904',
  '36227206271667',
  '3566002020360505',
]
const NEEDS_AUTHENTICATION = decline(
  'authentication_required',
  'Your card was declined. This transaction requires authentication.',
  'authentication_required',
)

/** What each of Stripe's test numbers comes to (https://docs.stripe.com/testing). */
const RESULTS: Record<string, CardResult> = {
  ...Object.fromEntries(SUCCEEDING.map((number) => [number, SUCCESS])),
  '4000000000000002': decline('generic_decline'),
  '4000000000009995': decline('insufficient_funds', 'Your card has insufficient funds.'),
  '4000000000009987': decline('lost_card'),
  '4000000000009979': decline('stolen_card'),
  '4000000000000069': {
    ...decline('expired_card', 'Your card has expired.', 'expired_card'),
    field: 'expiry',
  },
  '4000000000000127': {
    ...decline('incorrect_cvc', "Your card's security code is incorrect.", 'incorrect_cvc'),
    field: 'cvc',
  },
  '4000000000000119': decline(
    'processing_error',
    'An error occurred while processing your card. Try again in a little bit.',
    'processing_error',
  ),
  '4000000000006975': decline(
    'card_velocity_exceeded',
    'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
  ),
  '4000000000000341': decline('generic_decline'),
  '4000002500003155': NEEDS_AUTHENTICATION,
  '4000002760003184': NEEDS_AUTHENTICATION,
  '4000000000003220': NEEDS_AUTHENTICATION,
  '4000008400001629': decline('generic_decline'),
}

/** Ids that stand for a card in API calls. */
const CARD_OF_TEST_ID = new Map([
  ['pm_card_visa', '4242424242424242'],
  ['pm_card_visa_debit', '4000056655665556'],
  ['pm_card_mastercard', '5555555555554444'],
  ['pm_card_amex', '378282246310005'],
  ['pm_card_visa_chargeDeclined', '4000000000000002'],
  ['pm_card_chargeDeclined', '4000000000000002'],
  ['pm_card_visa_chargeDeclinedInsufficientFunds', '4000000000009995'],
  ['pm_card_chargeDeclinedInsufficientFunds', '4000000000009995'],
  ['pm_card_chargeDeclinedExpiredCard', '4000000000000069'],
  ['pm_card_chargeDeclinedIncorrectCvc', '4000000000000127'],
  ['pm_card_chargeDeclinedProcessingError', '4000000000000119'],
  ['pm_card_chargeCustomerFail', '4000000000000341'],
  ['pm_card_authenticationRequired', '4000002760003184'],
  ['pm_card_threeDSecure2Required', '4000000000003220'],
])

export function numberOfTestId(id: string): string | undefined {
  return CARD_OF_TEST_ID.get(id)
}

export function resultOf(number: string): CardResult {
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) return INCORRECT_NUMBER
  return RESULTS[number] ?? REAL_CARD
}

/** Whether the number may be kept: nobody's own card is, not even one that was typed by mistake. */
export function isTestCard(number: string) {
  return number in RESULTS
}

const BRANDS = [
  { brand: 'visa', pattern: /^4/ },
  { brand: 'mastercard', pattern: /^(5[1-5]|2[2-7])/ },
  { brand: 'amex', pattern: /^3[47]/ },
  { brand: 'discover', pattern: /^6(011|5)/ },
  { brand: 'diners', pattern: /^3(0|6|8)/ },
  { brand: 'jcb', pattern: /^35/ },
]

export function brandOf(number: string): string {
  return BRANDS.find(({ pattern }) => pattern.test(number))?.brand ?? 'unknown'
}

const INCORRECT_NUMBER: CardResult = {
  ok: false,
  code: 'incorrect_number',
  declineCode: 'incorrect_number',
  message: 'Your card number is incorrect.',
  field: 'number',
}

const REAL_CARD: CardResult = { ...decline('test_mode_live_card', TEXTS.realCard), field: 'number' }

function decline(declineCode: string, message = DECLINED, code: CardError = 'card_declined') {
  return { ok: false, code, declineCode, message } as const
}
