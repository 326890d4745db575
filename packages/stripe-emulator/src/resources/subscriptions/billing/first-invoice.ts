import type { UnitOfWork } from '../../../state/unit-of-work'
import { readForm } from '../../../transport/params/params'
import type { Invoice } from '../../invoices/invoice'
import { finalize } from '../../invoices/lifecycle/finalize'
import { createItem } from '../../items/item'
import { placeLine } from '../../items/line'
import { type LineRequest, lineParams } from '../../items/params'
import type { CycleStart } from '../cycle/start'
import type { ExtraItems } from '../params'
import type { Subscription } from '../subscription'
import { addPendingItems, addUp, announceDraft, draftFor } from './draft'
import { placePeriod } from './lines'

const NOTHING = readForm(lineParams, {})

/** Makes what a new subscription asks for. To be charged, it is finalized at once; to be sent, in an hour. */
export function firstInvoice(
  unit: UnitOfWork,
  subscription: Subscription,
  cycle: CycleStart,
  extra: ExtraItems,
): Invoice {
  const draft = firstDraft(unit, subscription, cycle)
  placeExtra(unit, draft, extra)
  const invoice = addUp(unit, draft)
  announceDraft(unit, invoice)
  return invoice.collection_method === 'send_invoice' ? invoice : finalize(unit, invoice, false)
}

/** Makes the first draft of a subscription, with its lines; not yet added up. */
export function firstDraft(
  unit: UnitOfWork,
  subscription: Subscription,
  cycle: CycleStart,
  reason: Invoice['billing_reason'] = 'subscription_create',
): Invoice {
  const draft = draftFor(unit, subscription, { reason, period: { start: unit.now, end: unit.now } })
  addPendingItems(unit, draft, subscription)
  for (const item of subscription.items.data) {
    const isTrial = cycle.trialEnd !== null
    placePeriod(unit, draft.id, subscription, item, { ...cycle.first(item.price), isTrial })
  }
  return draft
}

/** One-time items that a request adds to an invoice. */
function placeExtra(unit: UnitOfWork, { id: invoice, customer, currency }: Invoice, extra: ExtraItems) {
  extra?.forEach((given, index) => {
    const place = { customer: customer ?? '', currency, invoice, at: `add_invoice_items[${index}]` }
    placeLine(unit, createItem(unit, extraItem(given), place), invoice)
  })
}

/** Returns a one-time item as an invoice item is asked for. */
export function extraItem({ price, price_data, ...rest }: NonNullable<ExtraItems>[number]): LineRequest {
  const data = price_data && { ...price_data, product_data: undefined }
  return { ...NOTHING, ...rest, price_data: data, pricing: price === undefined ? undefined : { price } }
}
