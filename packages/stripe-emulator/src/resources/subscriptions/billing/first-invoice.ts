import type { Book } from '../../../state/unit-of-work'
import { readForm } from '../../../transport/params/params'
import type { Invoice } from '../../invoices/invoice'
import { finalize } from '../../invoices/lifecycle/finalize'
import { createItem } from '../../items/item'
import { placeLine } from '../../items/line'
import { type LineRequest, lineParams } from '../../items/params'
import type { CycleStart } from '../cycle/start'
import type { ExtraItems } from '../params'
import type { Subscription } from '../subscription'
import { addUp, announceDraft, draftFor, sweepPending } from './draft'
import { placePeriod } from './lines'

const NOTHING = readForm(lineParams, {})

/** What a new subscription asks for. To be charged, it is finalized at once; to be sent, in an hour. */
export function firstInvoice(
  book: Book,
  subscription: Subscription,
  cycle: CycleStart,
  extra: ExtraItems,
): Invoice {
  const draft = firstDraft(book, subscription, cycle)
  placeExtra(book, draft, extra)
  const invoice = addUp(book, draft)
  announceDraft(book, invoice)
  return invoice.collection_method === 'send_invoice' ? invoice : finalize(book, invoice, false)
}

/** The first draft of a subscription, with its lines; not yet added up. */
export function firstDraft(
  book: Book,
  subscription: Subscription,
  cycle: CycleStart,
  reason: Invoice['billing_reason'] = 'subscription_create',
): Invoice {
  const draft = draftFor(book, subscription, { reason, period: { start: book.now, end: book.now } })
  sweepPending(book, draft, subscription)
  for (const item of subscription.items.data) {
    const isTrial = cycle.trialEnd !== null
    placePeriod(book, draft.id, subscription, item, { ...cycle.first(item.price), isTrial })
  }
  return draft
}

/** One-time items that a request adds to an invoice. */
function placeExtra(book: Book, { id: invoice, customer, currency }: Invoice, extra: ExtraItems) {
  extra?.forEach((given, index) => {
    const place = { customer: customer ?? '', currency, invoice, at: `add_invoice_items[${index}]` }
    placeLine(book, createItem(book, extraItem(given), place), invoice)
  })
}

/** A one-time item as an invoice item is asked for. */
export function extraItem({ price, price_data, ...rest }: NonNullable<ExtraItems>[number]): LineRequest {
  const data = price_data && { ...price_data, product_data: undefined }
  return { ...NOTHING, ...rest, price_data: data, pricing: price === undefined ? undefined : { price } }
}
