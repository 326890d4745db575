import { splitCredit, sum } from '../../money/credit'
import type { UnitOfWork } from '../../state/unit-of-work'
import { CREDIT_NOTE_TEXTS } from '../../unconfirmed'
import { refuse } from '../../wire/refusal'
import type { Invoice } from '../invoices/invoice'
import { type CreditNote, type NoteLine, newCreditNote } from './credit-note'
import { issuedNotes } from './issued'
import { draftLines } from './lines/lines'
import { noteTotals } from './lines/totals'
import type { NoteRequest } from './params'
import { linkedRefunds, type NoteRefund, unlinkedRefundsMinor } from './refunds/links'

/** A note that is worked out and allowed, but not issued. */
export interface NoteDraft {
  invoice: Invoice
  note: CreditNote
  lines: NoteLine[]
  /** Refunds that exist already. */
  links: NoteRefund[]
}

const CREDITABLE: ReadonlySet<string | null> = new Set(['open', 'paid', 'uncollectible'])

/** Works out a note and refuses what Stripe would refuse; nothing is written. */
export function draftNote(unit: UnitOfWork, given: NoteRequest, idOf: (index: number) => string): NoteDraft {
  const invoice = requireCreditable(unit, unit.need('invoice', given.invoice, 'invoice'))
  if (given.amount === undefined && !given.lines && !given.shipping_cost)
    throw refuse(CREDIT_NOTE_TEXTS.nothing)
  const shipping = shippingOf(unit, invoice, given)
  const shippingMinor = shipping?.amount_total ?? 0
  const drafts = draftLines(unit, invoice, given, { shippingMinor, idOf })
  const totals = noteTotals(invoice, drafts, shipping)
  const links = linkedRefunds(unit, invoice, given)
  refuseBadTotal(unit, invoice, totals.total, { given, links })
  const lines = drafts.map((draft) => draft.object)
  const split = splitCredit(totals.total, invoice.amount_remaining)
  const note = newCreditNote(unit, { given, invoice, lines, totals, split })
  return { invoice, note, lines, links }
}

/** Refuses a note whose parts do not come to what there is to give back of what was paid already. */
export function refuseBadAllocation({ note, links }: NoteDraft, given: NoteRequest) {
  const { credit_amount = 0, out_of_band_amount = 0, refund_amount = 0 } = given
  const allocated =
    refund_amount + credit_amount + out_of_band_amount + sum(links.map((link) => link.amount_refunded))
  if (allocated === note.post_payment_amount) return
  throw refuse(CREDIT_NOTE_TEXTS.allocation(allocated, note.post_payment_amount))
}

function requireCreditable(unit: UnitOfWork, invoice: Invoice): Invoice {
  if (!CREDITABLE.has(invoice.status)) throw refuse(CREDIT_NOTE_TEXTS.invoiceStatus, { param: 'invoice' })
  const waiting = unit.collections.invoice_payment
    .inGroup(invoice.id)
    .filter(({ status }) => status === 'open')
  const intents = waiting.map(({ payment }) => unit.get('payment_intent', payment.payment_intent ?? ''))
  if (!intents.some((intent) => intent?.status === 'processing')) return invoice
  throw refuse(CREDIT_NOTE_TEXTS.paymentPending, { param: 'invoice' })
}

/** Shipping is credited as a whole, once. */
function shippingOf(
  unit: UnitOfWork,
  invoice: Invoice,
  { shipping_cost }: NoteRequest,
): CreditNote['shipping_cost'] {
  if (!shipping_cost) return null
  const param = 'shipping_cost[shipping_rate]'
  const { shipping_rate: rate } = shipping_cost
  if (rate !== undefined) unit.need('shipping_rate', rate, param)
  const charged = invoice.shipping_cost
  if (!charged || (rate !== undefined && rate !== charged.shipping_rate)) {
    throw refuse(CREDIT_NOTE_TEXTS.otherShipping, { param })
  }
  if (issuedNotes(unit, invoice).some((note) => note.shipping_cost))
    throw refuse(CREDIT_NOTE_TEXTS.shippingTwice, { param })
  return charged
}

function refuseBadTotal(
  unit: UnitOfWork,
  invoice: Invoice,
  total: number,
  { given: { amount }, links }: { given: NoteRequest; links: NoteRefund[] },
) {
  if (total <= 0) throw refuse(CREDIT_NOTE_TEXTS.notPositive)
  if (amount !== undefined && amount !== total)
    throw refuse(CREDIT_NOTE_TEXTS.amount(amount, total), { param: 'amount' })
  const credited = sum(issuedNotes(unit, invoice).map((note) => note.amount))
  const left = Math.max(0, invoice.total - credited - unlinkedRefundsMinor(unit, invoice, links))
  if (total > left) throw refuse(CREDIT_NOTE_TEXTS.tooMuch(total, left), { param: 'amount' })
}
