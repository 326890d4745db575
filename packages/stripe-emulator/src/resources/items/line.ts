import type Stripe from 'stripe'
import { newId } from '../../state/ids'
import type { UnitOfWork } from '../../state/unit-of-work'
import type { Wire } from '../../wire/wire'
import type { Item } from './item'

export type Line = Wire<Stripe.InvoiceLineItem>

/** Puts an item on an invoice as a line. Totals are filled in when the invoice is recalculated. */
export function placeLine(unit: UnitOfWork, item: Item, invoice: string): Line {
  return unit.put('line_item', mirror(item, newId('il'), invoice))
}

/** Brings a line up to date with its item. */
export function refreshLine(unit: UnitOfWork, line: Line, item: Item): Line {
  return unit.put('line_item', mirror(item, line.id, line.invoice))
}

/** Takes a line off its invoice, with the taxes it was given. Its item stays. */
export function takeOffLine(unit: UnitOfWork, line: Line) {
  unit.remove('line_item', line.id)
  unit.remove('line_taxes', line.id)
}

/** Returns the invoice item behind a line; empty for the line of a subscription. */
export function itemIdOf(line: Line): string {
  const { invoice_item_details, subscription_item_details } = line.parent ?? {}
  return invoice_item_details?.invoice_item ?? subscription_item_details?.invoice_item ?? ''
}

function mirror(item: Item, id: string, invoice: string | null): Line {
  return {
    id,
    object: 'line_item',
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    discount_amounts: [],
    discountable: item.discountable,
    discounts: item.discounts ?? [],
    invoice,
    livemode: false,
    metadata: item.metadata ?? {},
    parent: parentOf(item),
    period: item.period,
    pretax_credit_amounts: [],
    pricing: item.pricing,
    quantity: item.quantity,
    quantity_decimal: item.quantity_decimal,
    subscription: item.parent?.subscription_details?.subscription ?? null,
    subtotal: item.amount,
    taxes: [],
  }
}

function creditedBy({ proration_details }: Item) {
  return proration_details?.credited_items?.invoice_line_item_details ?? null
}

/** What changes in the middle of a period is of the subscription item that changed. */
function parentOf(item: Item): Line['parent'] {
  const { subscription = null, subscription_item } = item.parent?.subscription_details ?? {}
  const common = {
    invoice_item: item.id,
    proration: item.proration,
    proration_details: { credited_items: creditedBy(item) },
    subscription,
  }
  if (subscription_item === undefined) {
    return { type: 'invoice_item_details', invoice_item_details: common, subscription_item_details: null }
  }
  const details = { ...common, subscription_item }
  return {
    type: 'subscription_item_details',
    invoice_item_details: null,
    subscription_item_details: details,
  }
}
