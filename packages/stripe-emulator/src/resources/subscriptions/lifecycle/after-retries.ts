import type { UnitOfWork } from '../../../state/unit-of-work'
import { SUBSCRIPTION_AFTER_RETRIES } from '../../../unconfirmed'
import type { Invoice } from '../../invoices/invoice'
import { isUnderWay } from '../billing/under-way'
import { changeSubscription } from '../save'
import { endSubscription } from './end'

/** Once an invoice was charged in vain for the last time, its subscription ends, or is no longer hoped for. */
export function stopAfterRetries(unit: UnitOfWork, invoice: Invoice) {
  const { status, attempted, next_payment_attempt, parent } = invoice
  const isLast = status === 'open' && attempted && next_payment_attempt === null
  const subscription = unit.get('subscription', parent?.subscription_details?.subscription ?? '')
  if (!isLast || isUnderWay(unit, invoice.id) || subscription?.status !== 'past_due') return
  if (SUBSCRIPTION_AFTER_RETRIES === 'canceled') {
    endSubscription(unit, subscription, { reason: 'payment_failed' })
  } else {
    changeSubscription(unit, subscription, { status: SUBSCRIPTION_AFTER_RETRIES })
  }
}
