import { emit } from '../../../events/emit'
import { endpointsFor } from '../../../events/endpoints'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { accountOf } from '../../accounts/account-of'
import { recalculate } from '../../invoices/amounts/recalculate'
import { type Invoice, newInvoice } from '../../invoices/invoice'
import { pendingItems } from '../../invoices/lines/pending'
import { serialiseInvoice } from '../../invoices/serialise'
import { automation } from '../../invoices/terms/terms'
import type { Item } from '../../items/item'
import { placeLine } from '../../items/line'
import type { Period } from '../cycle/calendar'
import type { Subscription } from '../subscription'
import { invoiceDiscounts } from './discounts'

const DAY_SECONDS = 86_400

interface RequestContext {
  reason: Invoice['billing_reason']
  /** Which time it looks back on. */
  period: Period
}

/** Makes an empty draft for a subscription, which advances by itself. */
export function draftFor(
  unit: UnitOfWork,
  subscription: Subscription,
  { reason, period }: RequestContext,
): Invoice {
  const { collection_method, days_until_due, invoice_settings: settings, metadata } = subscription
  const customer = unit.need('customer', subscription.customer, 'customer')
  const account = accountOf(unit)
  const made = newInvoice({ account, customer, currency: subscription.currency, now: unit.now })
  const empty = reason === 'upcoming' ? asPreview(made) : made
  const isSent = collection_method === 'send_invoice'
  const draft: Invoice = {
    ...empty,
    account_tax_ids: settings.account_tax_ids ?? empty.account_tax_ids,
    billing_reason: reason,
    collection_method,
    custom_fields: settings.custom_fields ?? empty.custom_fields,
    default_tax_rates: subscription.default_tax_rates ?? [],
    description: settings.description,
    discounts: invoiceDiscounts(unit, subscription),
    due_date: isSent ? unit.now + (days_until_due ?? 0) * DAY_SECONDS : null,
    footer: settings.footer ?? empty.footer,
    issuer: settings.issuer,
    on_behalf_of: subscription.on_behalf_of,
    parent: {
      type: 'subscription_details',
      quote_details: null,
      subscription_details: { metadata, subscription: subscription.id },
    },
    period_end: period.end,
    period_start: period.start,
    rendering: null,
    webhooks_delivered_at: endpointsFor(unit, 'invoice.created').length === 0 ? unit.now : null,
  }
  return unit.put('invoice', { ...draft, ...automation(unit, draft, { ...NOTHING, auto_advance: true }) })
}

/** What is only shown ahead has an id that says so. */
function asPreview(invoice: Invoice): Invoice {
  const id = newId('upcoming_in')
  return { ...invoice, id, lines: { ...invoice.lines, url: `/v1/invoices/${id}/lines` } }
}

const NOTHING = { automatically_finalizes_at: undefined }

/** Returns everything that waits for this customer, but for what waits on another subscription; newest first. */
export function addPendingItems(unit: UnitOfWork, invoice: Invoice, subscription: Subscription) {
  const waiting = pendingItems(unit, invoice).filter((item) => {
    const other = item.parent?.subscription_details?.subscription
    return other === undefined || other === subscription.id
  })
  addItems(unit, invoice, waiting)
}

export function addItems(unit: UnitOfWork, invoice: Invoice, items: Item[]) {
  for (const item of items.toReversed()) {
    placeLine(unit, unit.put('invoiceitem', { ...item, invoice: invoice.id }), invoice.id)
  }
}

/** Adds up a draft whose lines stand. */
export function addUp(unit: UnitOfWork, { id }: Invoice): Invoice {
  return recalculate(unit, unit.need('invoice', id, 'invoice'))
}

export function announceDraft(unit: UnitOfWork, invoice: Invoice) {
  emit(unit, 'invoice.created', serialiseInvoice(unit, invoice))
}
