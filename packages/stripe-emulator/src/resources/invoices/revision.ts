import { newId } from '../../state/ids'
import type { Book } from '../../state/unit-of-work'
import { TEXTS } from '../../unconfirmed'
import { refuse } from '../../wire/refusal'
import { itemIdOf } from '../items/line'
import { changeInvoice } from './edit'
import type { Invoice } from './invoice'
import { voidInvoice } from './lifecycle/end'

/** The invoice a draft is to take the place of: https://docs.stripe.com/invoicing/invoice-edits */
export function originalOf(book: Book, id: string): Invoice {
  const original = book.need('invoice', id, 'from_invoice[invoice]')
  if (original.status !== 'open' && original.status !== 'uncollectible') throw refuse(TEXTS.notRevisable)
  if (original.parent?.subscription_details) throw refuse(TEXTS.subscriptionNotRevisable)
  return original
}

/** What a revision takes over from the invoice it revises, before the request changes it. */
export function revisedFrom(empty: Invoice, original: Invoice): Invoice {
  return {
    ...empty,
    collection_method: original.collection_method,
    custom_fields: original.custom_fields,
    default_payment_method: original.default_payment_method,
    default_tax_rates: original.default_tax_rates,
    description: original.description,
    discounts: original.discounts,
    due_date: laterOf(original.due_date, empty.created),
    footer: original.footer,
    from_invoice: { action: 'revision', invoice: original.id },
    metadata: original.metadata,
    payment_settings: original.payment_settings,
    rendering: original.rendering && { ...original.rendering, pdf: { page_size: 'auto' } },
    amount_shipping: original.amount_shipping,
    shipping_cost: original.shipping_cost,
    shipping_details: original.shipping_details,
    statement_descriptor: original.statement_descriptor,
  }
}

/** Copies every line of the original, each with an item of its own. */
export function copyLines(book: Book, original: Invoice, revision: Invoice) {
  for (const line of book.shelves.line_item.inGroup(original.id)) {
    const item = book.get('invoiceitem', itemIdOf(line))
    if (!item) continue
    const copy = book.put('invoiceitem', { ...item, id: newId('ii'), date: book.now, invoice: revision.id })
    const id = newId('il')
    const details = line.parent?.invoice_item_details
    const parent = line.parent &&
      details && {
        ...line.parent,
        invoice_item_details: { ...details, invoice_item: copy.id },
      }
    book.put('line_item', { ...line, id, invoice: revision.id, parent: parent || line.parent })
    const taxes = book.get('line_taxes', line.id)
    if (taxes) book.put('line_taxes', { ...taxes, id, invoice: revision.id })
  }
}

/** A revision that becomes final voids what it revises, and becomes its latest. */
export function replaceOriginal(book: Book, revision: Invoice) {
  const original = book.get('invoice', revision.from_invoice?.invoice ?? '')
  if (!original) return
  const latest = { latest_revision: revision.id }
  if (original.status === 'open' || original.status === 'uncollectible') voidInvoice(book, original, latest)
  else changeInvoice(book, original, latest)
}

function laterOf(due: number | null, now: number): number | null {
  return due === null ? null : Math.max(due, now)
}
