import { TEXTS } from '../../../unconfirmed'
import { passesLuhn } from '../../../wire/luhn'
import { isKnownCard } from './cards'
import { cardDecline, type Decline } from './decline'

/** What a test card does beside plainly succeeding. */
export interface CardBehaviour {
  /** Every charge is declined, after authentication where that is asked for. */
  decline?: Decline
  /** Declines charges, but may be attached to a customer. */
  isKeepable?: true
  /** When the bank wants its customer to prove who they are. */
  authenticates?: 'always' | 'on_session' | 'unless_set_up'
  /** What the cardholder complains of as soon as the money has moved. */
  dispute?: 'fraudulent' | 'product_not_received' | 'inquiry'
  /** A refund that does not end where it began. */
  refund?: 'settles_later' | 'fails_later'
  /** The money may be paid out at once. */
  isAvailableAtOnce?: true
  riskLevel?: 'elevated' | 'highest'
}

const PROCESSING_ERROR = cardDecline(
  'processing_error',
  'An error occurred while processing your card. Try again in a little bit.',
  'processing_error',
)
const INSUFFICIENT_FUNDS = cardDecline('insufficient_funds', 'Your card has insufficient funds.')
const BLOCKED: Decline = { ...cardDecline('fraudulent'), isBlocked: true }

/** https://docs.stripe.com/testing */
const BEHAVIOURS: Record<string, CardBehaviour> = {
  '4000000000000002': { decline: cardDecline('generic_decline') },
  '4000000000009995': { decline: INSUFFICIENT_FUNDS },
  '4000000000009987': { decline: cardDecline('lost_card') },
  '4000000000009979': { decline: cardDecline('stolen_card') },
  '4000000000000069': {
    decline: { ...cardDecline('expired_card', 'Your card has expired.', 'expired_card'), field: 'expiry' },
  },
  '4000000000000127': {
    decline: {
      ...cardDecline('incorrect_cvc', "Your card's security code is incorrect.", 'incorrect_cvc'),
      field: 'cvc',
    },
  },
  '4000000000000119': { decline: PROCESSING_ERROR },
  '4000000000006975': {
    decline: cardDecline(
      'card_velocity_exceeded',
      'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
    ),
  },
  '4000000000000341': { decline: cardDecline('generic_decline'), isKeepable: true },
  '4100000000000019': { decline: BLOCKED, isKeepable: true, riskLevel: 'highest' },
  '4000000000004954': { decline: BLOCKED, isKeepable: true, riskLevel: 'highest' },
  '4000000000009235': { riskLevel: 'elevated' },
  '4000002500003155': { authenticates: 'unless_set_up' },
  '4000002760003184': { authenticates: 'always' },
  '4000003800000446': { authenticates: 'on_session' },
  '4000008260003178': { authenticates: 'always', decline: INSUFFICIENT_FUNDS, isKeepable: true },
  '4000000000003063': { authenticates: 'always' },
  '4000000000003220': { authenticates: 'always' },
  '4000008400001629': {
    authenticates: 'always',
    decline: cardDecline('generic_decline'),
    isKeepable: true,
  },
  '4000008400001280': { authenticates: 'always', decline: PROCESSING_ERROR, isKeepable: true },
  '4000000000000259': { dispute: 'fraudulent' },
  '4000000000002685': { dispute: 'product_not_received' },
  '4000000000001976': { dispute: 'inquiry' },
  '4000000000007726': { refund: 'settles_later' },
  '4000000000005126': { refund: 'fails_later' },
  '4000000000000077': { isAvailableAtOnce: true },
  '4000003720000278': { isAvailableAtOnce: true },
}

/** Returns what a card's number makes it do; a number that is no test card's is declined. */
export function behaviourOf(number: string): CardBehaviour {
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) return { decline: INCORRECT_NUMBER }
  if (!isTestCard(number)) return { decline: REAL_CARD }
  return BEHAVIOURS[number] ?? {}
}

export type CardResult = { ok: true } | ({ ok: false } & Decline)

/** Returns what a charge comes to, once its owner has proved who they are where that is asked for. */
export function resultOf(number: string): CardResult {
  const { decline } = behaviourOf(number)
  return decline ? { ok: false, ...decline } : { ok: true }
}

/** Returns whether the number may be kept: nobody's own card is, not even one that was typed by mistake. */
export function isTestCard(number: string): boolean {
  return number in BEHAVIOURS || isKnownCard(number)
}

const INCORRECT_NUMBER: Decline = {
  ...cardDecline('incorrect_number', 'Your card number is incorrect.', 'incorrect_number'),
  field: 'number',
}

const REAL_CARD: Decline = { ...cardDecline('test_mode_live_card', TEXTS.realCard), field: 'number' }
