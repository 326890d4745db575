import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Invoice } from '../../invoices/invoice'
import { finalize } from '../../invoices/lifecycle/finalize'
import { pendingOf } from '../change/proration'
import { changeSubscription } from '../save'
import type { Subscription } from '../subscription'
import { addItems, addUp, announceDraft, draftFor } from './draft'

/** Bills what still waits on a subscription that has ended; nothing when nothing waits. */
export function finalInvoice(unit: UnitOfWork, subscription: Subscription): Invoice | undefined {
  const waiting = pendingOf(unit, subscription)
  if (waiting.length === 0) return undefined
  const period = { start: unit.now, end: unit.now }
  const draft = draftFor(unit, subscription, { reason: 'subscription_update', period })
  addItems(unit, draft, waiting)
  const invoice = addUp(unit, draft)
  changeSubscription(unit, subscription, { latest_invoice: invoice.id })
  announceDraft(unit, invoice)
  return invoice.collection_method === 'send_invoice' ? invoice : finalize(unit, invoice)
}
