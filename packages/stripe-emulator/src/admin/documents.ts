import { readCreditNoteToken } from '../resources/credit-notes/link'
import { linkToken } from '../resources/invoices/link'
import { serialiseInvoice } from '../resources/invoices/serialise'
import { paymentsBehind } from '../resources/payments/invoice-payments/invoice-payment'
import { unitAtTimeOf } from '../state/clock'
import { ROOT } from '../state/database'
import type { Runtime } from '../state/runtime'
import type { UnitOfWork } from '../state/unit-of-work'
import type { HostedCreditNote, HostedReceipt } from './admin'
import { taxRatesIn, toHosted } from './hosted'
import { openAccount, openAccountOf } from './units'

/** A credit note's link does not grow old. */
const NEVER = Number.POSITIVE_INFINITY

export function creditNoteByToken(runtime: Runtime, token: string): HostedCreditNote | undefined {
  const link = readCreditNoteToken(token)
  const opened = link && openAccount(runtime, link.account)
  const note = opened?.get('credit_note', link?.creditNote ?? '')
  const invoice = opened?.get('invoice', note?.invoice ?? '')
  if (!opened || !note || !invoice) return undefined
  const unit = unitAtTimeOf(opened, invoice.id)
  const hosted = toHosted({ unit, invoice, expiresAt: NEVER })
  const noteLines = unit.collections.credit_note_line_item.inGroup(note.id).map(({ object }) => object)
  const rates = taxRatesIn(unit, [note.total_taxes, ...noteLines.map((line) => line.taxes)])
  return hosted && { ...hosted, taxRates: [...hosted.taxRates, ...rates], note, noteLines }
}

/** Returns what a charge of any account proves. One that failed proves nothing. */
export function receiptOf(runtime: Runtime, id: string): HostedReceipt | undefined {
  const unit = openAccountOf(runtime, 'charge', id)
  const charge = unit?.get('charge', id)
  const account = runtime.database.collections(ROOT).account.get(unit?.account ?? '')?.object
  if (!unit || !charge || !account || charge.status === 'failed') return undefined
  const invoice = invoicePaidBy(unit, charge.payment_intent)
  return {
    account,
    charge,
    refunds: unit.collections.refund.inGroup(charge.id),
    ...(invoice && { invoice }),
  }
}

/** Returns what an intent pays, with the link to its page. */
export function invoicePaidBy(unit: UnitOfWork, intent: string | null): HostedReceipt['invoice'] {
  const payment = paymentsBehind(unit, intent ?? '').at(-1)
  const invoice = unit.get('invoice', payment?.invoice ?? '')
  return (
    invoice && { object: serialiseInvoice(unit, invoice), token: linkToken(unit.account, invoice, unit.now) }
  )
}
