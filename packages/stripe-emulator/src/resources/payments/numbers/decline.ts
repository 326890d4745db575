import type { PaymentIntent } from '../intents/payment-intent'

export type ErrorCode = NonNullable<NonNullable<PaymentIntent['last_payment_error']>['code']>

/** How a bank says no. `code` and `declineCode` are Stripe's; the message is for the one who pays. */
export interface Decline {
  code: ErrorCode
  declineCode: string
  message: string
  /** The part of a card form that the message belongs to. */
  field?: 'number' | 'expiry' | 'cvc'
  /** Stopped before any bank was asked. */
  isBlocked?: true
}

export const DECLINED = 'Your card was declined.'

/** What a bank will not change its mind about: there is no point in another try. */
const HARD: ReadonlySet<string> = new Set([
  'account_closed',
  'debit_not_authorized',
  'no_account',
  'incorrect_number',
  'lost_card',
  'pickup_card',
  'stolen_card',
  'revocation_of_authorization',
  'revocation_of_all_authorizations',
  'authentication_required',
  'highest_risk_level',
  'transaction_not_allowed',
])

export function isHardDecline(declineCode: string | undefined): boolean {
  return declineCode !== undefined && HARD.has(declineCode)
}

export function cardDecline(
  declineCode: string,
  message = DECLINED,
  code: ErrorCode = 'card_declined',
): Decline {
  return { code, declineCode, message }
}

/** Someone must prove who they are, and nobody is there to do it. */
export const AUTHENTICATION_REQUIRED = cardDecline(
  'authentication_required',
  'Your card was declined. This transaction requires authentication.',
  'authentication_required',
)

/** The proof was asked for and not given. No bank was asked, so there is no decline code. */
export const AUTHENTICATION_FAILED = {
  code: 'payment_intent_authentication_failure',
  type: 'invalid_request_error',
  message:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
} as const
