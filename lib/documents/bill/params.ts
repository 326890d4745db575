import 'server-only'
import type Stripe from 'stripe'
import type { Discount } from '@/lib/documents/values/discount'
import { unitAmountDecimal } from '@/lib/money/minor-units'
import { stripeDecimal } from '@/lib/stripe/decimal'
import { OURS } from '@/lib/stripe/metadata'
import type { Bill } from './bill'
import { type Catalog, couponKey, taxKey } from './catalog'

/** Stripe prints the description of a line; the name of its one-time product only shows in the Dashboard. */
const PRODUCT_NAME_MAX = 250

export function invoiceParams(bill: Bill, opId: string, customer: string, catalog: Catalog) {
  return {
    customer,
    currency: bill.currency,
    collection_method: 'send_invoice',
    due_date: bill.dueAt,
    auto_advance: false,
    pending_invoice_items_behavior: 'exclude',
    description: bill.memo || undefined,
    footer: bill.footer || undefined,
    // Left out, it would inherit a discount of the customer.
    discounts: couponsOf(bill.discount, bill.currency, catalog),
    metadata: { [OURS.invoice]: bill.invoiceId, [OURS.workspace]: bill.workspaceId, [OURS.op]: opId },
  } satisfies Stripe.InvoiceCreateParams
}

export function lineParams(bill: Bill, catalog: Catalog): Stripe.InvoiceAddLinesParams.Line[] {
  const { currency } = bill
  return bill.lines.map((line, position) => ({
    description: line.description,
    quantity_decimal: stripeDecimal(line.quantity),
    price_data: {
      currency,
      product_data: { name: [...line.description].slice(0, PRODUCT_NAME_MAX).join('') },
      unit_amount_decimal: stripeDecimal(unitAmountDecimal(line.unitPrice, currency)),
    },
    ...(line.taxPercent !== '' && { tax_rates: [taxRateOf(line.taxPercent, bill, catalog)] }),
    ...(line.discount && { discounts: couponsOf(line.discount, currency, catalog) }),
    // Stripe promises no order of lines.
    metadata: { [OURS.position]: String(position), [OURS.line]: line.id },
  }))
}

function taxRateOf(percent: string, { taxBehavior }: Bill, { taxRates }: Catalog) {
  return known(taxRates[taxKey(percent, taxBehavior)])
}

function couponsOf(discount: Discount | null, currency: string, { coupons }: Catalog) {
  return discount ? [{ coupon: known(coupons[couponKey(discount, currency)]) }] : ''
}

function known(id: string | undefined) {
  if (!id) throw new Error('A tax rate or coupon of this bill has no id at Stripe yet.')
  return id
}
