import { formatForError } from '../../money/error-amount'
import type { UnitOfWork } from '../../state/unit-of-work'
import { refuse } from '../../wire/refusal'
import type { Charge } from '../payments/charges/charge'
import { giveBack, type Refund, type RefundTerms } from './refund'

/** Refunds `amount` of a charge (minor units), or all that is left of it; refused where Stripe refuses. */
export function refundCharge(
  unit: UnitOfWork,
  charge: Charge,
  amount: number | undefined,
  terms: RefundTerms = {},
): Refund {
  requireRefundable(unit, charge)
  const left = charge.amount_captured - charge.amount_refunded
  if (left <= 0) {
    throw refuse(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  }
  const asked = amount ?? left
  if (asked <= 0) {
    const extra = { code: 'parameter_invalid_integer', param: 'amount' }
    throw refuse('This value must be greater than or equal to 1.', extra)
  }
  if (asked > left) {
    const { currency } = charge
    const message = `Refund amount (${formatForError(asked, currency)}) is greater than unrefunded amount on charge (${formatForError(left, currency)})`
    throw refuse(message, { param: 'amount' })
  }
  return giveBack(unit, charge, asked, terms)
}

function requireRefundable(unit: UnitOfWork, { id, captured, payment_intent, status }: Charge) {
  if (status !== 'succeeded') throw nothingToRefund(payment_intent)
  if (!captured) {
    throw refuse(
      `This uncaptured Charge was created by a PaymentIntent (${payment_intent}). You must cancel the PaymentIntent to reverse the authorization instead of refunding the Charge directly. For more information, see https://stripe.com/docs/payments/place-a-hold-on-a-payment-method`,
    )
  }
  if (unit.collections.dispute.inGroup(id).some((dispute) => !dispute.is_charge_refundable)) {
    throw refuse(`Charge ${id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' })
  }
}

export function nothingToRefund(intent: string | null) {
  return refuse(`This PaymentIntent (${intent}) does not have a successful charge to refund.`)
}
