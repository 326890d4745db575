import { emit } from '../../events/emit'
import type { Book } from '../../state/unit-of-work'
import { recordFailedRefund } from '../balance/movements'
import { changeRefund, changeRefunded, type Refund } from './refund'

/** A refund that was under way has reached the one who paid. */
export function settleRefund(book: Book, id: string) {
  const refund = book.get('refund', id)
  if (refund?.status !== 'pending') return
  changeRefund(book, refund, { pending_reason: undefined, status: 'succeeded' })
}

/** A refund did not reach anybody: its money is in the balance again, and the charge may be refunded anew. */
export function failRefund(book: Book, id: string) {
  const refund = book.get('refund', id)
  if (!refund || refund.status === 'failed') return
  const failed: Refund = changeRefund(book, refund, {
    failure_balance_transaction: recordFailedRefund(book, refund).id,
    failure_reason: 'expired_or_canceled_card',
    status: 'failed',
  })
  emit(book, 'refund.failed', failed)
  const charge = book.get('charge', refund.charge ?? '')
  if (charge) changeRefunded(book, charge, -refund.amount, 'charge.updated')
}
