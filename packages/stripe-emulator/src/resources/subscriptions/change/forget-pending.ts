import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { voidInvoice } from '../../invoices/lifecycle/end'
import { changeSubscription } from '../save'
import type { Subscription } from '../subscription'

/** The invoice was not paid in time: what was asked on that condition is forgotten. */
export function forgetPending(unit: UnitOfWork, subscription: Subscription) {
  const after = changeSubscription(unit, subscription, { pending_update: null })
  const invoice = unit.get('invoice', subscription.latest_invoice ?? '')
  if (invoice?.status === 'open') voidInvoice(unit, invoice)
  emit(unit, 'customer.subscription.pending_update_expired', after)
}
