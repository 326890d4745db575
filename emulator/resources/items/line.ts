import type Stripe from 'stripe'
import type { Book } from '../../state/book'
import { newId } from '../../state/ids'
import type { Wire } from '../../wire'
import type { Item } from './item'

export type Line = Wire<Stripe.InvoiceLineItem>

/** Puts an item on an invoice as a line. Totals are filled in when the invoice is recalculated. */
export function placeLine(book: Book, item: Item, invoice: string): Line {
  return book.put('line_item', mirror(item, newId('il'), invoice))
}

/** Brings a line up to date with its item. */
export function refreshLine(book: Book, line: Line, item: Item): Line {
  return book.put('line_item', mirror(item, line.id, line.invoice))
}

/** The invoice item behind a line; empty for the line of a subscription. */
export function itemIdOf(line: Line): string {
  return line.parent?.invoice_item_details?.invoice_item ?? ''
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
    parent: {
      type: 'invoice_item_details',
      invoice_item_details: {
        invoice_item: item.id,
        proration: false,
        proration_details: { credited_items: null },
        subscription: null,
      },
      subscription_item_details: null,
    },
    period: item.period,
    pretax_credit_amounts: [],
    pricing: item.pricing,
    quantity: item.quantity,
    quantity_decimal: item.quantity_decimal,
    subscription: null,
    subtotal: item.amount,
    taxes: [],
  }
}
