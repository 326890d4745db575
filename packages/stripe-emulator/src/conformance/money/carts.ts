import Stripe from 'stripe'
import { expect } from 'vitest'
import type { World } from '../harness/world'

/** A line: an amount, or a unit price (decimals of minor units) times a quantity. */
export interface Piece extends Terms {
  amount?: number
  unit?: string
  quantity?: string
  description?: string
  discountable?: boolean
  tax_rates?: string[]
  /** The product it is of; one of its own when left out. */
  product?: string
}

export interface Terms {
  currency?: string
  discounts?: { coupon: string }[]
}

/** Where the ways an invoice adds up are written down. */
export const TAXES = 'billing/taxes/tax-rates'
export const COUPONS = 'billing/subscriptions/coupons'
export const LINES = 'api/invoices/add_lines'

/** Adds a cart up on a draft and in a preview, and expects the same of both; returns the draft. */
export async function addsUp(
  { stripe, draft }: World,
  pieces: Piece[],
  { currency = 'usd', discounts = [] }: Terms,
  expected: object,
): Promise<Stripe.Invoice> {
  const { id } = await stripe.products.create({ name: 'Work' })
  const lines = pieces.map(({ unit, quantity = '1', product = id, ...rest }) =>
    unit === undefined ? rest : { ...rest, ...priced(unit, quantity, product, currency) },
  )
  const terms = discounts.length > 0 ? { currency, discounts } : { currency }
  const invoice = await draft(lines, terms)
  const preview = await stripe.invoices.createPreview({
    customer: String(invoice.customer),
    ...terms,
    invoice_items: lines.map((line) => (line.amount === undefined ? line : { ...line, currency })),
  })
  expect(invoice).toMatchObject(expected)
  expect(preview).toMatchObject(expected)
  return invoice
}

function priced(unit: string, quantity: string, product: string, currency: string) {
  const unit_amount_decimal = Stripe.Decimal.from(unit)
  const price_data = { currency, product, unit_amount_decimal }
  return { price_data, quantity_decimal: Stripe.Decimal.from(quantity) }
}

export async function exclusive({ stripe }: World, percentage: number): Promise<string> {
  return (await stripe.taxRates.create({ display_name: 'VAT', percentage, inclusive: false })).id
}

export async function inclusive({ stripe }: World, percentage: number): Promise<string> {
  return (await stripe.taxRates.create({ display_name: 'VAT', percentage, inclusive: true })).id
}

export async function percentOff({ stripe }: World, percent_off: number) {
  return { coupon: (await stripe.coupons.create({ percent_off })).id }
}

export async function amountOff({ stripe }: World, amount_off: number, currency = 'usd') {
  return { coupon: (await stripe.coupons.create({ amount_off, currency })).id }
}

/** Returns the line of this description: their order is not to be relied on. */
export function lineOf(invoice: Stripe.Invoice, description: string): Stripe.InvoiceLineItem {
  const line = invoice.lines.data.find((each) => each.description === description)
  if (!line) throw new Error(`no line is called ${description}`)
  return line
}
