import type { Kinds } from '../../state/kinds'
import type { UnitOfWork } from '../../state/unit-of-work'
import { DISPUTE_FEE_MINOR, stripeFeeMinor } from './fees'
import { type BalanceTransaction, recordMovement, stripeFee } from './transaction'

type Charge = Kinds['charge']
type Refund = Kinds['refund']
type Dispute = Kinds['dispute']

/** The money of a captured charge comes in, less what Stripe and the platform keep of it. */
export function recordCharge(unit: UnitOfWork, charge: Charge, isAvailable = false): BalanceTransaction {
  const { amount_captured: amount, currency, description, id } = charge
  const type = charge.payment_method_details?.type ?? 'card'
  const fee = stripeFeeMinor(amount, currency, type)
  const applicationFee = charge.application_fee_amount ?? 0
  return recordMovement(unit, {
    amount,
    currency,
    description,
    feeDetails: [
      stripeFee(fee, currency, 'Stripe processing fees'),
      ...(charge.application_fee ? [platformFee(applicationFee, charge)] : []),
    ],
    isAvailable,
    reportingCategory: 'charge',
    source: id,
    type: type === 'card' ? 'charge' : 'payment',
  })
}

/** A refund goes out in full: fees are not given back. */
export function recordRefund(unit: UnitOfWork, refund: Refund, charge: Charge): BalanceTransaction {
  const isCard = charge.payment_method_details?.type === 'card'
  const what = isCard ? 'CHARGE' : 'PAYMENT'
  return recordMovement(unit, {
    amount: -refund.amount,
    currency: refund.currency,
    description: `REFUND FOR ${what}${charge.description ? ` (${charge.description})` : ''}`,
    isAvailable: true,
    reportingCategory: 'refund',
    source: refund.id,
    type: isCard ? 'refund' : 'payment_refund',
  })
}

/** A refund that did not reach anybody comes back. */
export function recordFailedRefund(unit: UnitOfWork, refund: Refund): BalanceTransaction {
  return recordMovement(unit, {
    amount: refund.amount,
    currency: refund.currency,
    description: 'REFUND FAILURE',
    isAvailable: true,
    reportingCategory: 'refund_failure',
    source: refund.id,
    type: 'refund_failure',
  })
}

export function recordWithdrawal(unit: UnitOfWork, dispute: Dispute): BalanceTransaction {
  return recordMovement(unit, {
    amount: -dispute.amount,
    currency: dispute.currency,
    description: `Chargeback withdrawal for ${dispute.charge}`,
    feeDetails: [stripeFee(DISPUTE_FEE_MINOR, dispute.currency, 'Dispute fee')],
    isAvailable: true,
    reportingCategory: 'dispute',
    source: dispute.id,
    type: 'adjustment',
  })
}

export function recordReversal(unit: UnitOfWork, dispute: Dispute): BalanceTransaction {
  return recordMovement(unit, {
    amount: dispute.amount,
    currency: dispute.currency,
    description: `Chargeback reversal for ${dispute.charge}`,
    isAvailable: true,
    reportingCategory: 'dispute_reversal',
    source: dispute.id,
    type: 'adjustment',
  })
}

function platformFee(amount: number, { application, currency }: Charge) {
  return { amount, application, currency, description: 'application fee', type: 'application_fee' }
}
