import Big from 'big.js'
import type Stripe from 'stripe'
import { emit } from '../../events/emit'
import { formatForError } from '../../money/error-amount'
import { roundMinor } from '../../money/round'
import { newId } from '../../state/ids'
import { UnitOfWork } from '../../state/unit-of-work'
import { refuse } from '../../wire/refusal'
import type { Wire } from '../../wire/wire'
import { type ApplicationFee, platformUnit } from './application-fee'
import { recordMovement } from './transaction'

export type FeeRefund = Wire<Stripe.FeeRefund>

/** Gives back the part of a fee that was given back of its charge. */
export function refundFee(unit: UnitOfWork, id: string, { part, of }: { part: number; of: number }) {
  const platform = platformUnit(unit)
  const fee = platform?.get('application_fee', id)
  if (!platform || !fee) return
  const share = roundMinor(new Big(fee.amount).times(part).div(of))
  const amount = Math.min(share, fee.amount - fee.amount_refunded)
  if (amount > 0) giveBackFee(platform, fee, amount)
}

/** Gives back `amount` of a fee, in minor units, to the account it was taken from. */
export function giveBackFee(
  unit: UnitOfWork,
  fee: ApplicationFee,
  amount: number,
  metadata: Record<string, string> = {},
): FeeRefund {
  const left = fee.amount - fee.amount_refunded
  if (left === 0) throw refuse(`Application fee ${fee.id} has already been refunded.`)
  if (amount > left) {
    const { currency } = fee
    const message = `Refund amount (${formatForError(amount, currency)}) is greater than unrefunded amount on fee (${formatForError(left, currency)})`
    throw refuse(message, { param: 'amount' })
  }
  const refund = newFeeRefund(unit, fee, amount, metadata)
  const amount_refunded = fee.amount_refunded + amount
  const refunds = { ...fee.refunds, data: [refund, ...fee.refunds.data] }
  const after = unit.put('application_fee', {
    ...fee,
    amount_refunded,
    refunded: amount_refunded === fee.amount,
    refunds,
  })
  emit(unit, 'application_fee.refunded', after)
  giveToAccount(unit, fee, refund)
  return refund
}

function newFeeRefund(
  unit: UnitOfWork,
  { id: fee, currency }: ApplicationFee,
  amount: number,
  metadata: Record<string, string>,
): FeeRefund {
  const id = newId('fr')
  const movement = recordMovement(unit, {
    amount: -amount,
    currency,
    description: null,
    isAvailable: true,
    reportingCategory: 'platform_earning_refund',
    source: id,
    type: 'application_fee_refund',
  })
  const balance_transaction = movement.id
  return { id, object: 'fee_refund', amount, balance_transaction, created: unit.now, currency, fee, metadata }
}

function giveToAccount(unit: UnitOfWork, { account, currency }: ApplicationFee, { amount, id }: FeeRefund) {
  recordMovement(new UnitOfWork(unit.change, account, unit.context), {
    amount,
    currency,
    description: null,
    isAvailable: true,
    reportingCategory: 'fee',
    source: id,
    type: 'adjustment',
  })
}
