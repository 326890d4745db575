import 'server-only'
import Stripe from 'stripe'
import { z } from 'zod'

const discountSchema = z.union([
  z.object({ kind: z.literal('percent'), percent: z.string() }),
  z.object({ kind: z.literal('amount'), amountMinor: z.int() }),
])

const addressSchema = z.object({
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  postalCode: z.string(),
  state: z.string(),
  country: z.string(),
})

const clientSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  address: addressSchema.nullable(),
  language: z.string().nullable(),
})

/**
 * What is billed, fixed at the moment Send was pressed. Every parameter of every call is made from this and from what
 * earlier calls brought back, so that a call that is repeated is the same to the byte.
 */
export const billSchema = z.object({
  invoiceId: z.string(),
  workspaceId: z.string(),
  client: clientSchema,
  currency: z.string(),
  inclusive: z.boolean(),
  /** Unix seconds. */
  dueAt: z.int(),
  memo: z.string(),
  footer: z.string(),
  discount: discountSchema.nullable(),
  lines: z.array(
    z.object({
      id: z.string(),
      description: z.string(),
      quantity: z.string(),
      unitAmountDecimal: z.string(),
      taxPercent: z.string().nullable(),
      discount: discountSchema.nullable(),
    }),
  ),
  /** What we reckoned; Stripe must come to the same before the invoice is finalized. */
  totalMinor: z.int(),
})

export type Bill = z.infer<typeof billSchema>
export type BillDiscount = z.infer<typeof discountSchema>

/** Stripe's ids of the tax rates and coupons of a bill, by `taxKey` and `couponKey`. */
export const catalogSchema = z.object({
  taxRates: z.record(z.string(), z.string()),
  coupons: z.record(z.string(), z.string()),
})
export type Catalog = z.infer<typeof catalogSchema>

/** Names of our ids in the metadata of what we make at Stripe. */
export const OURS = {
  client: 'centwise_client_id',
  invoice: 'centwise_invoice_id',
  workspace: 'centwise_workspace_id',
  op: 'centwise_op_id',
  line: 'centwise_line_id',
  position: 'position',
} as const

/** Stripe prints the description of a line; the name of its one-time product only shows in the Dashboard. */
const PRODUCT_NAME_MAX = 250

export type Contact = Omit<Bill['client'], 'id'>

export function customerParams({ id, ...contact }: Bill['client']): Stripe.CustomerCreateParams {
  const { name, email, phone, address, language } = contact
  return {
    name,
    email,
    phone: phone || undefined,
    address: isFilled(address) ? addressParams(address) : undefined,
    preferred_locales: language ? [language] : undefined,
    metadata: { [OURS.client]: id },
  }
}

/** The same for a customer that exists: empty text unsets what is no longer there. */
export function customerChanges({ name, email, phone, address, language }: Contact) {
  return {
    name,
    email,
    phone,
    address: isFilled(address) ? addressParams(address) : '',
    preferred_locales: language ? [language] : undefined,
  } satisfies Stripe.CustomerUpdateParams
}

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
  return bill.lines.map((line, position) => ({
    description: line.description,
    quantity_decimal: Stripe.Decimal.from(line.quantity),
    price_data: {
      currency: bill.currency,
      product_data: { name: [...line.description].slice(0, PRODUCT_NAME_MAX).join('') },
      unit_amount_decimal: Stripe.Decimal.from(line.unitAmountDecimal),
    },
    ...(line.taxPercent !== null && { tax_rates: taxRatesOf(line.taxPercent, bill.inclusive, catalog) }),
    ...(line.discount && { discounts: couponsOf(line.discount, bill.currency, catalog) }),
    // Stripe promises no order of lines.
    metadata: { [OURS.position]: String(position), [OURS.line]: line.id },
  }))
}

export function taxKey(percent: string, inclusive: boolean) {
  return `${Number(percent)}_${inclusive ? 'inclusive' : 'exclusive'}`
}

/** Also the coupon's id at Stripe, so that each value exists there once. */
export function couponKey(discount: BillDiscount, currency: string) {
  return discount.kind === 'percent'
    ? `centwise_percent_${String(Number(discount.percent)).replace('.', '_')}`
    : `centwise_amount_${discount.amountMinor}_${currency}`
}

function taxRatesOf(percent: string, inclusive: boolean, { taxRates }: Catalog) {
  return [known(taxRates[taxKey(percent, inclusive)])]
}

function couponsOf(discount: BillDiscount | null, currency: string, { coupons }: Catalog) {
  return discount ? [{ coupon: known(coupons[couponKey(discount, currency)]) }] : ''
}

function known(id: string | undefined) {
  if (!id) throw new Error('A tax rate or coupon of this bill has no id at Stripe yet.')
  return id
}

type Address = z.infer<typeof addressSchema>

function isFilled(address: Address | null): address is Address {
  return address !== null && Object.values(address).some(Boolean)
}

function addressParams({ postalCode, ...address }: Address) {
  return { ...address, postal_code: postalCode }
}
