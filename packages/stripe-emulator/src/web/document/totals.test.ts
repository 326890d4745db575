import { expect, test } from 'vitest'
import { aHostedInvoice } from '../testing/hosted'
import { aLine, DUE, FINALIZED } from '../testing/invoice'
import { printedLines } from './lines'
import { printedTotals } from './totals'

type Invoice = Parameters<typeof aHostedInvoice>[0]

function rows(invoice: Invoice = {}) {
  return printedTotals(aHostedInvoice(invoice), 'symbol').map(({ label, amount }) => `${label} ${amount}`)
}

test('adds up from the subtotal to the amount due', () => {
  expect(rows()).toEqual([
    'Subtotal $150.00',
    'Launch offer (10% off) −$15.00',
    'Total excluding tax $135.00',
    'VAT (20% on $90.00) $18.00',
    'Total $153.00',
    'Amount due $153.00',
  ])
})

const PLAIN: Invoice = {
  discounts: [],
  total_discount_amounts: [],
  total_taxes: [],
  subtotal: 1000,
  total: 1000,
}

test.each([
  [
    'credit of the customer',
    { starting_balance: -300, amount_due: 700, amount_remaining: 700 },
    'Applied balance −$3.00',
  ],
  [
    'debt of the customer',
    { starting_balance: 300, amount_due: 1300, amount_remaining: 1300 },
    'Previous balance $3.00',
  ],
  [
    'total too small to charge',
    { total: 30, amount_due: 0, amount_remaining: 0 },
    'Moved to your next invoice −$0.30',
  ],
  ['negative total', { total: -500, amount_due: 0, amount_remaining: 0 }, 'Credited to your balance $5.00'],
  [
    'credit note',
    { pre_payment_credit_notes_amount: 400, amount_due: 600, amount_remaining: 600 },
    'Credit notes −$4.00',
  ],
  ['payment', { amount_due: 1000, amount_paid: 1000, amount_remaining: 0 }, 'Amount paid −$10.00'],
])('accounts for a %s', (_case, changes, row) => {
  expect(rows({ ...PLAIN, ...changes })).toContain(row)
})

test('a void invoice owes nothing', () => {
  expect(rows({ status: 'void' }).at(-1)).toBe('Total $153.00')
})

test('says when a tax is already inside the price', () => {
  const tax = {
    amount: 200,
    tax_behavior: 'inclusive',
    tax_rate_details: { tax_rate: 'txr_1' },
    taxability_reason: 'not_available',
    taxable_amount: 1000,
    type: 'tax_rate_details',
  } as const
  expect(rows({ ...PLAIN, total_taxes: [tax] })).toContain('VAT (20% on $10.00, included) $2.00')
})

test('a line shows its own discount and period, but not its share of the invoice discount', () => {
  const own = aLine({ discounts: ['di_1'], period: { start: FINALIZED, end: DUE } })
  const [line, shared] = printedLines(aHostedInvoice({}, { lines: [own, aLine()] }), 'symbol')
  expect(line?.notes).toEqual(['November 20, 2026 – December 1, 2026', 'Launch offer (10% off): −$10.00'])
  expect(shared?.notes).toEqual([])
})

test('a line keeps its decimal quantity and price', () => {
  const decimals = aLine({
    quantity: 1,
    quantity_decimal: '1.5',
    pricing: { type: 'price_details', unit_amount_decimal: '1999.5' },
  })
  expect(printedLines(aHostedInvoice({}, { lines: [decimals] }), 'symbol')[0]).toMatchObject({
    quantity: '1.5',
    unitPrice: '$19.995',
    tax: '20%',
    amount: '$100.00',
  })
})
