import { emitUpdate } from '../../events/emit'
import type { UnitOfWork } from '../../state/unit-of-work'
import { refuse } from '../../wire/refusal'
import { followInvoice } from '../subscriptions/lifecycle/follow'
import { recalculate } from './amounts/recalculate'
import type { Invoice } from './invoice'
import { serialiseInvoice } from './serialise'

/** Runs an edit of a draft, works out the totals anew, and says what changed. */
export function editDraft(unit: UnitOfWork, invoice: Invoice, edit: () => Invoice): Invoice {
  const before = serialiseInvoice(unit, invoice)
  const after = serialiseInvoice(unit, recalculate(unit, edit()))
  emitUpdate(unit, 'invoice.updated', before, after)
  return after
}

/** Changes an invoice's own fields and says so; the totals stay. */
export function changeInvoice(unit: UnitOfWork, invoice: Invoice, changes: Partial<Invoice>): Invoice {
  const before = serialiseInvoice(unit, invoice)
  const after = unit.put('invoice', { ...invoice, ...changes })
  emitUpdate(unit, 'invoice.updated', before, serialiseInvoice(unit, after))
  followInvoice(unit, after)
  return after
}

export function requireEditable(invoice: Invoice) {
  if (invoice.status === 'draft') return
  throw refuse('Invalid invoice: This invoice is no longer editable', { code: 'invoice_not_editable' })
}
