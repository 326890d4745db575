import { minimumChargeMinor } from '../../../money/currency'
import { formatForError } from '../../../money/error-amount'
import { badParam, refuse } from '../../../wire/refusal'
import { refuseTooLarge } from '../too-large'

/** An intent asks for as much as can be charged: no less than the smallest charge, no more than eight digits. */
export function refuseBadAmount(amount: number, currency: string) {
  if (amount <= 0) {
    throw badParam(NOTHING, { code: 'parameter_invalid_integer', param: 'amount' })
  }
  const min = minimumChargeMinor(currency)
  if (amount < min) {
    const message = `Amount must be at least ${formatForError(min, currency)} ${currency}`
    throw refuse(message, { code: 'amount_too_small', param: 'amount' })
  }
  refuseTooLarge(amount, currency, 'amount')
}

const NOTHING =
  'The amount must be greater than or equal to the minimum charge amount allowed for your account and the currency set (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).  If you want to save a Payment Method for future use without an immediate payment, use a Setup Intent instead: https://docs.stripe.com/payments/setup-intents'
