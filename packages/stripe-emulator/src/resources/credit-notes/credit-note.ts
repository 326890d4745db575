import type Stripe from 'stripe'
import type { Split } from '../../money/credit'
import { newId } from '../../state/ids'
import type { UnitOfWork } from '../../state/unit-of-work'
import { mergeMetadata } from '../../transport/params/shapes'
import type { Wire } from '../../wire/wire'
import type { Invoice } from '../invoices/invoice'
import { creditNoteToken } from './link'
import type { NoteRequest } from './params'

export type CreditNote = Wire<Stripe.CreditNote>
export type NoteLine = Wire<Stripe.CreditNoteLineItem>

/** What a note comes to. */
export type NoteTotals = Pick<
  CreditNote,
  | 'amount'
  | 'amount_shipping'
  | 'discount_amount'
  | 'discount_amounts'
  | 'pretax_credit_amounts'
  | 'shipping_cost'
  | 'subtotal'
  | 'subtotal_excluding_tax'
  | 'total'
  | 'total_excluding_tax'
  | 'total_taxes'
>

const NESTED_LINES = 10

interface Contents {
  given: NoteRequest
  invoice: Invoice
  lines: NoteLine[]
  totals: NoteTotals
  split: Split
}

/** Makes a note as it is issued, before its refunds and its credit are made. */
export function newCreditNote(
  unit: UnitOfWork,
  { given, invoice, lines, totals, split }: Contents,
): CreditNote {
  const id = newId('cn')
  return {
    id,
    object: 'credit_note',
    ...totals,
    created: unit.now,
    currency: invoice.currency,
    customer: invoice.customer ?? '',
    customer_account: null,
    customer_balance_transaction: null,
    effective_at: given.effective_at ?? unit.now,
    invoice: invoice.id,
    lines: {
      object: 'list',
      data: lines.slice(0, NESTED_LINES),
      has_more: lines.length > NESTED_LINES,
      url: `/v1/credit_notes/${id}/lines`,
    },
    livemode: false,
    memo: given.memo ?? null,
    metadata: mergeMetadata({}, given.metadata),
    number: nextNumber(unit, invoice),
    out_of_band_amount: given.out_of_band_amount ?? null,
    pdf: `${unit.context.origin}/credit_notes/${creditNoteToken(unit.account, id)}/pdf`,
    post_payment_amount: split.postMinor,
    pre_payment_amount: split.preMinor,
    reason: given.reason ?? null,
    refunds: [],
    status: 'issued',
    type: typeOf(split),
    voided_at: null,
  }
}

/** Void notes keep their numbers, so they count too. */
function nextNumber(unit: UnitOfWork, invoice: Invoice): string {
  const count = unit.collections.credit_note.inGroup(invoice.id).length + 1
  return `${invoice.number}-CN-${String(count).padStart(2, '0')}`
}

function typeOf({ preMinor, postMinor }: Split): CreditNote['type'] {
  if (postMinor === 0) return 'pre_payment'
  return preMinor === 0 ? 'post_payment' : 'mixed'
}
