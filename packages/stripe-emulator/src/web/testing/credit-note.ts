import type { HostedCreditNote, HostedInvoice } from '../../admin/admin'
import { aHostedInvoice } from './hosted'
import { FINALIZED } from './invoice'

type Note = HostedCreditNote['note']
type NoteLine = HostedCreditNote['noteLines'][number]

/** Makes half of the website design back: 50.00 and its VAT, less the 10 % that were off. */
export function aCreditNote(changes: Partial<Note> = {}): Note {
  return {
    id: 'cn_1',
    object: 'credit_note',
    amount: 5400,
    amount_shipping: 0,
    created: FINALIZED,
    currency: 'usd',
    customer: 'cus_1',
    customer_account: null,
    customer_balance_transaction: null,
    discount_amount: 500,
    discount_amounts: [{ amount: 500, discount: 'di_1' }],
    effective_at: FINALIZED,
    invoice: 'in_1',
    lines: { object: 'list', data: [], has_more: false, url: '/v1/credit_notes/cn_1/lines' },
    livemode: false,
    memo: 'One page less.',
    metadata: {},
    number: 'ADA-0007-CN-01',
    out_of_band_amount: null,
    pdf: 'http://localhost:3000/emulator/credit_notes/tok/pdf',
    post_payment_amount: 0,
    pre_payment_amount: 5400,
    pretax_credit_amounts: [],
    reason: 'order_change',
    refunds: [],
    shipping_cost: null,
    status: 'issued',
    subtotal: 5000,
    subtotal_excluding_tax: 5000,
    total: 5400,
    total_excluding_tax: 4500,
    total_taxes: [aTax()],
    type: 'pre_payment',
    voided_at: null,
    ...changes,
  }
}

export function aNoteLine(changes: Partial<NoteLine> = {}): NoteLine {
  return {
    id: 'cnli_1',
    object: 'credit_note_line_item',
    amount: 5000,
    description: 'Website design',
    discount_amount: 500,
    discount_amounts: [{ amount: 500, discount: 'di_1' }],
    invoice_line_item: 'il_1',
    livemode: false,
    metadata: {},
    pretax_credit_amounts: [],
    quantity: 1,
    tax_rates: [],
    taxes: [aTax()],
    type: 'invoice_line_item',
    unit_amount: 5000,
    unit_amount_decimal: '5000',
    ...changes,
  }
}

export function aHostedCreditNote(
  note: Partial<Note> = {},
  rest: Partial<Omit<HostedCreditNote, 'note'>> = {},
  invoice: Partial<HostedInvoice['invoice']> = {},
): HostedCreditNote {
  return { ...aHostedInvoice(invoice), note: aCreditNote(note), noteLines: [aNoteLine()], ...rest }
}

function aTax() {
  return {
    amount: 900,
    tax_behavior: 'exclusive' as const,
    tax_rate_details: { tax_rate: 'txr_1' },
    taxability_reason: 'not_available' as const,
    taxable_amount: 4500,
    type: 'tax_rate_details' as const,
  }
}
