import { newId } from '../../state/ids'
import type { UnitOfWork } from '../../state/unit-of-work'
import { TEXTS } from '../../unconfirmed'
import { refuse } from '../../wire/refusal'
import { itemIdOf } from '../items/line'
import { changeInvoice } from './edit'
import type { Invoice } from './invoice'
import { voidInvoice } from './lifecycle/end'

/** Returns the invoice a draft is to take the place of: https://docs.stripe.com/invoicing/invoice-edits */
export function originalOf(unit: UnitOfWork, id: string): Invoice {
  const original = unit.need('invoice', id, 'from_invoice[invoice]')
  if (original.status !== 'open' && original.status !== 'uncollectible') throw refuse(TEXTS.notRevisable)
  if (original.parent?.subscription_details) throw refuse(TEXTS.subscriptionNotRevisable)
  return original
}

/** Returns what a revision takes over from the invoice it revises, before the request changes it. */
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
export function copyLines(unit: UnitOfWork, original: Invoice, revision: Invoice) {
  for (const line of unit.collections.line_item.inGroup(original.id)) {
    const item = unit.get('invoiceitem', itemIdOf(line))
    if (!item) continue
    const copy = unit.put('invoiceitem', { ...item, id: newId('ii'), date: unit.now, invoice: revision.id })
    const id = newId('il')
    const details = line.parent?.invoice_item_details
    const parent = line.parent &&
      details && {
        ...line.parent,
        invoice_item_details: { ...details, invoice_item: copy.id },
      }
    unit.put('line_item', { ...line, id, invoice: revision.id, parent: parent || line.parent })
    const taxes = unit.get('line_taxes', line.id)
    if (taxes) unit.put('line_taxes', { ...taxes, id, invoice: revision.id })
  }
}

/** A revision that becomes final voids what it revises, and becomes its latest. */
export function replaceOriginal(unit: UnitOfWork, revision: Invoice) {
  const original = unit.get('invoice', revision.from_invoice?.invoice ?? '')
  if (!original) return
  const latest = { latest_revision: revision.id }
  if (original.status === 'open' || original.status === 'uncollectible') voidInvoice(unit, original, latest)
  else changeInvoice(unit, original, latest)
}

function laterOf(due: number | null, now: number): number | null {
  return due === null ? null : Math.max(due, now)
}
