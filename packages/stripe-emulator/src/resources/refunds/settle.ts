import { emit } from '../../events/emit'
import type { UnitOfWork } from '../../state/unit-of-work'
import { recordFailedRefund } from '../balance/movements'
import { changeRefund, changeRefunded, type Refund } from './refund'

/** A refund that was under way has reached the one who paid. */
export function settleRefund(unit: UnitOfWork, id: string) {
  const refund = unit.get('refund', id)
  if (refund?.status !== 'pending') return
  changeRefund(unit, refund, { pending_reason: undefined, status: 'succeeded' })
}

/** A refund did not reach anybody: its money is in the balance again, and the charge may be refunded anew. */
export function failRefund(unit: UnitOfWork, id: string) {
  const refund = unit.get('refund', id)
  if (!refund || refund.status === 'failed') return
  const failed: Refund = changeRefund(unit, refund, {
    failure_balance_transaction: recordFailedRefund(unit, refund).id,
    failure_reason: 'expired_or_canceled_card',
    status: 'failed',
  })
  emit(unit, 'refund.failed', failed)
  const charge = unit.get('charge', refund.charge ?? '')
  if (charge) changeRefunded(unit, charge, -refund.amount, 'charge.updated')
}
