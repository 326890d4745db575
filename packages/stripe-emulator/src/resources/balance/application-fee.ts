import type Stripe from 'stripe'
import { emit } from '../../events/emit'
import { newId } from '../../state/ids'
import type { Kinds } from '../../state/kinds'
import { UnitOfWork } from '../../state/unit-of-work'
import type { Wire } from '../../wire/wire'
import { recordMovement } from './transaction'

export type ApplicationFee = Wire<Stripe.ApplicationFee>
type Charge = Kinds['charge']

/** Returns the platform's side of what happens in an account it connected; undefined for the platform itself. */
export function platformUnit(unit: UnitOfWork): UnitOfWork | undefined {
  const { platform } = unit.context
  return platform === unit.account ? undefined : new UnitOfWork(unit.change, platform, unit.context)
}

/** Returns the id of a platform as an application. */
export function applicationOf(platform: string): string {
  return platform.replace(/^acct_/, 'ca_')
}

/** The platform keeps its part of a charge in a connected account. */
export function collectFee(unit: UnitOfWork, charge: Charge): ApplicationFee | undefined {
  const amount = charge.application_fee_amount
  const platform = platformUnit(unit)
  if (!amount || !platform) return undefined
  const { currency, id: source } = charge
  const id = newId('fee')
  const earned = recordMovement(platform, {
    amount,
    currency,
    description: null,
    reportingCategory: 'platform_earning',
    source: id,
    type: 'application_fee',
  })
  const fee: ApplicationFee = {
    id,
    object: 'application_fee',
    account: unit.account,
    amount,
    amount_refunded: 0,
    application: applicationOf(platform.account),
    balance_transaction: earned.id,
    charge: source,
    created: unit.now,
    currency,
    fee_source: { charge: source, type: 'charge' },
    livemode: false,
    originating_transaction: null,
    refunded: false,
    refunds: { object: 'list', data: [], has_more: false, url: `/v1/application_fees/${id}/refunds` },
  }
  platform.put('application_fee', fee)
  emit(platform, 'application_fee.created', fee)
  return fee
}
