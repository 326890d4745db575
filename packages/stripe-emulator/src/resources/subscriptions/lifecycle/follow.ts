import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Invoice } from '../../invoices/invoice'
import { methodToKeep } from '../billing/keep-method'
import { isUnderWay } from '../billing/under-way'
import { applyPending } from '../change/pending'
import { changeSubscription } from '../save'
import { isFailing, statusAfter } from '../status'
import type { Subscription } from '../subscription'

/** Whatever happens to an invoice of a subscription may move the subscription on. */
export function followInvoice(unit: UnitOfWork, invoice: Invoice) {
  const id = invoice.parent?.subscription_details?.subscription
  const subscription = id === undefined ? undefined : unit.get('subscription', id)
  if (!subscription || subscription.ended_at !== null || subscription.latest_invoice === null) return
  if (subscription.pending_update && subscription.latest_invoice === invoice.id) {
    if (invoice.status === 'paid') applyPending(unit, subscription)
    return
  }
  if (invoice.status === 'paid') keepMethod(unit, subscription, invoice)
  const status = statusAfter(subscription, standing(unit, subscription), unit.now)
  if (status === subscription.status) return
  changeSubscription(unit, unit.need('subscription', subscription.id, 'id'), {
    status,
    ended_at: status === 'incomplete_expired' ? unit.now : null,
  })
}

function keepMethod(unit: UnitOfWork, subscription: Subscription, invoice: Invoice) {
  const default_payment_method = methodToKeep(unit, subscription, invoice)
  if (default_payment_method === subscription.default_payment_method) return
  changeSubscription(unit, subscription, { default_payment_method })
}

/** How its invoices stand: the latest that was finalized, and whether any was asked for in vain. */
function standing(unit: UnitOfWork, { id, customer, status }: Subscription) {
  const finalized = unit.collections.invoice
    .inGroup(customer)
    .filter(({ parent }) => parent?.subscription_details?.subscription === id)
    .filter((invoice) => invoice.status !== 'draft')
    // One that was voided is as if it had never been, unless it is the first.
    .filter((invoice) => invoice.status !== 'void' || status === 'incomplete')
  const failing = finalized.filter((invoice) => isFailing(invoice, unit.now) && !isUnderWay(unit, invoice.id))
  const latest = finalized.at(-1)
  return { latest, isUnderWay: latest !== undefined && isUnderWay(unit, latest.id), failing }
}
