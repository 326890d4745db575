import { expect, test } from 'vitest'
import { BILL_VERSIONS } from './bill'
import { invoiceParams, lineParams } from './params'

// As an operation of the first version kept it.
const OLDER = {
  invoiceId: '01936f00-0000-7000-8000-000000000001',
  workspaceId: '01936f00-0000-7000-8000-000000000002',
  client: {
    id: '01936f00-0000-7000-8000-000000000003',
    name: 'Ada',
    email: 'ada@example.com',
    phone: '',
    address: null,
    language: null,
  },
  currency: 'eur',
  inclusive: true,
  dueAt: 1_796_000_000,
  memo: 'Thanks',
  footer: '',
  discount: { kind: 'amount', amountMinor: 550 },
  lines: [
    {
      id: '01936f00-0000-7000-8000-000000000004',
      description: 'Design',
      quantity: '1.5',
      unitAmountDecimal: '1234.5',
      taxPercent: '19',
      discount: { kind: 'percent', percent: '12.5' },
    },
    {
      id: '01936f00-0000-7000-8000-000000000005',
      description: 'Travel',
      quantity: '1',
      unitAmountDecimal: '8000',
      taxPercent: null,
      discount: null,
    },
  ],
  totalMinor: 9_072,
}

const CATALOG = {
  taxRates: { '19_inclusive': 'txr_1' },
  coupons: { centwise_percent_12_5: 'twelve', centwise_amount_550_eur: 'five_fifty' },
}

function readAs(version: number, kept: unknown) {
  const shape = BILL_VERSIONS[version - 1]
  if (!shape) throw new Error(`There is no version ${version}.`)
  return shape.parse(kept)
}

test('a send that was open before an upgrade asks Stripe for the very same', () => {
  const bill = readAs(1, OLDER)
  expect(JSON.parse(JSON.stringify(invoiceParams(bill, 'op', 'cus_1', CATALOG)))).toEqual({
    customer: 'cus_1',
    currency: 'eur',
    collection_method: 'send_invoice',
    due_date: 1_796_000_000,
    auto_advance: false,
    pending_invoice_items_behavior: 'exclude',
    description: 'Thanks',
    discounts: [{ coupon: 'five_fifty' }],
    metadata: {
      centwise_invoice_id: OLDER.invoiceId,
      centwise_workspace_id: OLDER.workspaceId,
      centwise_op_id: 'op',
    },
  })
  expect(JSON.parse(JSON.stringify(lineParams(bill, CATALOG)))).toEqual([
    {
      description: 'Design',
      quantity_decimal: '1.5',
      price_data: {
        currency: 'eur',
        product_data: { name: 'Design' },
        unit_amount_decimal: '1234.5',
      },
      tax_rates: ['txr_1'],
      discounts: [{ coupon: 'twelve' }],
      metadata: { position: '0', centwise_line_id: OLDER.lines[0]?.id },
    },
    {
      description: 'Travel',
      quantity_decimal: '1',
      price_data: { currency: 'eur', product_data: { name: 'Travel' }, unit_amount_decimal: '8000' },
      metadata: { position: '1', centwise_line_id: OLDER.lines[1]?.id },
    },
  ])
})

test('a bill is read back as it was kept', () => {
  const bill = readAs(1, OLDER)
  expect(readAs(BILL_VERSIONS.length, JSON.parse(JSON.stringify(bill)))).toEqual(bill)
})
