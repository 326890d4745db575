import { emit } from '../events/emit'
import { postEmail } from '../resources/email'
import { changeInvoice } from '../resources/invoices/edit'
import type { Invoice } from '../resources/invoices/invoice'
import { finalize } from '../resources/invoices/lifecycle/finalize'
import { serialiseInvoice } from '../resources/invoices/serialise'
import { collectAutomatically } from '../resources/payments/invoice-payments/collect'
import { isUnderWay } from '../resources/subscriptions/billing/under-way'
import { stopAfterRetries } from '../resources/subscriptions/lifecycle/after-retries'
import type { UnitOfWork } from '../state/unit-of-work'
import { Refusal } from '../wire/refusal'

/** An invoice goes on by itself: a draft is finalized, and what is open is charged. */
export function advanceInvoice(unit: UnitOfWork, invoice: Invoice) {
  const final = invoice.status === 'draft' ? finalizeOrSayWhy(unit, invoice) : invoice
  if (final?.status !== 'open') return
  if (final.collection_method === 'charge_automatically') return charge(unit, final)
  postEmail(unit, final, 'invoice')
  emit(unit, 'invoice.sent', serialiseInvoice(unit, final))
}

function charge(unit: UnitOfWork, invoice: Invoice) {
  const tried = isUnderWay(unit, invoice.id) ? invoice : collectAutomatically(unit, invoice)
  // Money on its way is waited for, not asked for again.
  if (isUnderWay(unit, tried.id)) changeInvoice(unit, tried, { next_payment_attempt: null })
  else stopAfterRetries(unit, tried)
}

/** A draft that cannot be finalized stays one, with the reason; nobody tries again by themselves. */
function finalizeOrSayWhy(unit: UnitOfWork, invoice: Invoice): Invoice | undefined {
  try {
    return finalize(unit, invoice)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const refused = error.effectsStand ? unit.need('invoice', invoice.id, 'id') : sayWhy(unit, invoice, error)
    changeInvoice(unit, refused, { automatically_finalizes_at: null })
    return undefined
  }
}

function sayWhy(unit: UnitOfWork, invoice: Invoice, { body: { type, message } }: Refusal): Invoice {
  const last_finalization_error = { type, message }
  emit(unit, 'invoice.finalization_failed', serialiseInvoice(unit, { ...invoice, last_finalization_error }))
  return changeInvoice(unit, invoice, { last_finalization_error })
}
