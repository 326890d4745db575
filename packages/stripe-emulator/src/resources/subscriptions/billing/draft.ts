import { emit } from '../../../events/emit'
import { endpointsFor } from '../../../events/endpoints'
import { newId } from '../../../state/ids'
import type { Book } from '../../../state/unit-of-work'
import { accountOf } from '../../accounts/account-of'
import { recalculate } from '../../invoices/amounts/recalculate'
import { type Invoice, newInvoice } from '../../invoices/invoice'
import { pendingItems } from '../../invoices/lines/pending'
import { seen } from '../../invoices/serialise'
import { automation } from '../../invoices/terms/terms'
import type { Item } from '../../items/item'
import { placeLine } from '../../items/line'
import type { Period } from '../cycle/calendar'
import type { Subscription } from '../subscription'
import { invoiceDiscounts } from './discounts'

const DAY_SECONDS = 86_400

interface Occasion {
  reason: Invoice['billing_reason']
  /** Which time it looks back on. */
  period: Period
}

/** An empty draft for a subscription, which advances by itself. */
export function draftFor(book: Book, subscription: Subscription, { reason, period }: Occasion): Invoice {
  const { collection_method, days_until_due, invoice_settings: settings, metadata } = subscription
  const customer = book.need('customer', subscription.customer, 'customer')
  const account = accountOf(book)
  const made = newInvoice({ account, customer, currency: subscription.currency, now: book.now })
  const empty = reason === 'upcoming' ? asPreview(made) : made
  const isSent = collection_method === 'send_invoice'
  const draft: Invoice = {
    ...empty,
    billing_reason: reason,
    collection_method,
    custom_fields: settings.custom_fields ?? empty.custom_fields,
    default_tax_rates: subscription.default_tax_rates ?? [],
    description: settings.description,
    discounts: invoiceDiscounts(book, subscription),
    due_date: isSent ? book.now + (days_until_due ?? 0) * DAY_SECONDS : null,
    footer: settings.footer ?? empty.footer,
    parent: {
      type: 'subscription_details',
      quote_details: null,
      subscription_details: { metadata, subscription: subscription.id },
    },
    period_end: period.end,
    period_start: period.start,
    rendering: null,
    webhooks_delivered_at: endpointsFor(book, 'invoice.created').length === 0 ? book.now : null,
  }
  return book.put('invoice', { ...draft, ...automation(book, draft, { ...NOTHING, auto_advance: true }) })
}

/** What is only shown ahead has an id that says so. */
function asPreview(invoice: Invoice): Invoice {
  const id = newId('upcoming_in')
  return { ...invoice, id, lines: { ...invoice.lines, url: `/v1/invoices/${id}/lines` } }
}

const NOTHING = { automatically_finalizes_at: undefined }

/** Everything that waits for this customer, but for what waits on another subscription; newest first. */
export function sweepPending(book: Book, invoice: Invoice, subscription: Subscription) {
  const waiting = pendingItems(book, invoice).filter((item) => {
    const other = item.parent?.subscription_details?.subscription
    return other === undefined || other === subscription.id
  })
  sweep(book, invoice, waiting)
}

export function sweep(book: Book, invoice: Invoice, items: Item[]) {
  for (const item of items.toReversed()) {
    placeLine(book, book.put('invoiceitem', { ...item, invoice: invoice.id }), invoice.id)
  }
}

/** Adds up a draft whose lines stand. */
export function addUp(book: Book, { id }: Invoice): Invoice {
  return recalculate(book, book.need('invoice', id, 'invoice'))
}

export function announceDraft(book: Book, invoice: Invoice) {
  emit(book, 'invoice.created', seen(book, invoice))
}
