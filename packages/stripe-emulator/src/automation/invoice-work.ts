import { emit } from '../events/emit'
import { postEmail } from '../resources/email'
import { changeInvoice } from '../resources/invoices/edit'
import type { Invoice } from '../resources/invoices/invoice'
import { finalize } from '../resources/invoices/lifecycle/finalize'
import { seen } from '../resources/invoices/serialise'
import { collectAutomatically } from '../resources/payments/invoice-payments/collect'
import { isUnderWay } from '../resources/subscriptions/billing/under-way'
import { giveUp } from '../resources/subscriptions/lifecycle/give-up'
import type { Book } from '../state/unit-of-work'
import { Refusal } from '../wire/refusal'

/** An invoice goes on by itself: a draft is finalized, and what is open is charged. */
export function advanceInvoice(book: Book, invoice: Invoice) {
  const final = invoice.status === 'draft' ? finalizeOrSayWhy(book, invoice) : invoice
  if (final?.status !== 'open') return
  if (final.collection_method === 'charge_automatically') return charge(book, final)
  postEmail(book, final, 'invoice')
  emit(book, 'invoice.sent', seen(book, final))
}

function charge(book: Book, invoice: Invoice) {
  const tried = isUnderWay(book, invoice.id) ? invoice : collectAutomatically(book, invoice)
  // Money on its way is waited for, not asked for again.
  if (isUnderWay(book, tried.id)) changeInvoice(book, tried, { next_payment_attempt: null })
  else giveUp(book, tried)
}

/** A draft that cannot be finalized stays one, with the reason; nobody tries again by themselves. */
function finalizeOrSayWhy(book: Book, invoice: Invoice): Invoice | undefined {
  try {
    return finalize(book, invoice)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const told = error.effectsStand ? book.need('invoice', invoice.id, 'id') : sayWhy(book, invoice, error)
    changeInvoice(book, told, { automatically_finalizes_at: null })
    return undefined
  }
}

function sayWhy(book: Book, invoice: Invoice, { body: { type, message } }: Refusal): Invoice {
  const last_finalization_error = { type, message }
  emit(book, 'invoice.finalization_failed', seen(book, { ...invoice, last_finalization_error }))
  return changeInvoice(book, invoice, { last_finalization_error })
}
