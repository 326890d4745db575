import 'server-only'
import type Stripe from 'stripe'
import { addDays, dateInZone, endOfDayIn } from '@/lib/dates'
import type { Draft, DraftLine } from '@/lib/documents/draft/draft'
import type { Discount } from '@/lib/documents/values/discount'
import type { Period } from '@/lib/documents/values/period'
import { toMajor } from '@/lib/money/format'
import { unitAmountDecimal, unitPriceFrom } from '@/lib/money/minor-units'
import { stripeDecimal } from '@/lib/stripe/decimal'
import type { Bill } from './bill'
import { type Catalog, couponKey, taxKey } from './catalog'

type Billed = Omit<Draft, 'clientId' | 'terms' | 'lines'>
type Line = Omit<DraftLine, 'id'>
type LineParams = Stripe.InvoiceAddLinesParams.Line

/** Stripe prints the description of a line; the name of its one-time product only shows in the Dashboard. */
const PRODUCT_NAME_MAX = 250

/** What the custom field is called on Stripe's paper, in at most 40 characters. */
const PO_NUMBER_NAME = 'PO number'

/** What each field of a document becomes at Stripe; nothing where another field says it. */
export const INVOICE_PARAMS: {
  [Name in keyof Billed]: (bill: Bill, catalog: Catalog) => Partial<Stripe.InvoiceCreateParams>
} = {
  currency: ({ currency }) => ({ currency }),
  taxBehavior: () => ({}),
  // Left out, it would inherit a discount of the customer.
  discount: ({ discount, currency }, catalog) => ({ discounts: couponsOf(discount, currency, catalog) }),
  memo: ({ memo }) => ({ description: memo || undefined }),
  footer: ({ footer }) => ({ footer: footer || undefined }),
  poNumber: ({ poNumber }) => ({
    custom_fields: poNumber ? [{ name: PO_NUMBER_NAME, value: poNumber }] : undefined,
  }),
}

/** What each field of a line becomes at Stripe. */
export const LINE_PARAMS: {
  [Name in keyof Line]: (line: Line, bill: Bill, catalog: Catalog) => Partial<LineParams>
} = {
  description: ({ description }) => ({ description }),
  quantity: ({ quantity }) => ({ quantity_decimal: stripeDecimal(quantity) }),
  unitPrice: ({ unitPrice, description }, { currency }) => ({
    price_data: {
      currency,
      product_data: { name: [...description].slice(0, PRODUCT_NAME_MAX).join('') },
      unit_amount_decimal: stripeDecimal(unitAmountDecimal(unitPrice, currency)),
    },
  }),
  taxPercent: ({ taxPercent }, { taxBehavior }, { taxRates }) =>
    taxPercent === '' ? {} : { tax_rates: [known(taxRates[taxKey(taxPercent, taxBehavior)])] },
  discount: ({ discount }, { currency }, catalog) =>
    discount ? { discounts: couponsOf(discount, currency, catalog) } : {},
  period: ({ period }, { timeZone }) => (period ? { period: secondsOf(period, timeZone) } : {}),
}

/** The fields of a document that Stripe tells again, as columns of our row. */
export function documentFrom(invoice: Stripe.Invoice): Omit<Billed, 'taxBehavior' | 'discount'> {
  return {
    currency: invoice.currency,
    memo: invoice.description ?? '',
    footer: invoice.footer ?? '',
    poNumber: invoice.custom_fields?.find(({ name }) => name === PO_NUMBER_NAME)?.value ?? '',
  }
}

/** A line that was made in Stripe. Its tax and its discount are told as amounts only. */
export function lineFrom(line: Stripe.InvoiceLineItem, zone: string): Line {
  return {
    description: line.description ?? '',
    quantity: (line.quantity_decimal ?? line.quantity ?? 1).toString(),
    unitPrice: unitPriceOf(line),
    taxPercent: '',
    discount: null,
    period: daysOf(line.period, zone),
  }
}

/** From the first second of the first day to the last second of the last, as Stripe prints the days of both. */
function secondsOf({ from, to }: Period, zone: string) {
  return { start: endOfDayIn(zone, addDays(from, -1)) + 1, end: endOfDayIn(zone, to) }
}

/** A line of one moment has no period. One that ends at midnight, as those of subscriptions do, ends the day before. */
function daysOf({ start, end }: Stripe.InvoiceLineItem.Period, zone: string): Period | null {
  return start === end ? null : { from: dateInZone(start, zone), to: dateInZone(end - 1, zone) }
}

function unitPriceOf({ pricing, amount, currency }: Stripe.InvoiceLineItem) {
  const each = pricing?.unit_amount_decimal
  return each ? unitPriceFrom(each.toString(), currency) : toMajor(amount, currency)
}

function couponsOf(discount: Discount | null, currency: string, { coupons }: Catalog) {
  return discount ? [{ coupon: known(coupons[couponKey(discount, currency)]) }] : ''
}

function known(id: string | undefined) {
  if (!id) throw new Error('A tax rate or coupon of this bill has no id at Stripe yet.')
  return id
}
