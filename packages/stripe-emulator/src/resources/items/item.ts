import type Stripe from 'stripe'
import { lineAmountMinor } from '../../money/round'
import { newId } from '../../state/ids'
import type { UnitOfWork } from '../../state/unit-of-work'
import { mergeMetadata } from '../../transport/params/shapes'
import { TEXTS } from '../../unconfirmed'
import { badParam, refuse } from '../../wire/refusal'
import type { Wire } from '../../wire/wire'
import { applyDiscounts } from '../catalog/coupons/discount'
import { refuseTooLarge } from '../payments/too-large'
import type { LineRequest } from './params'
import { type Pricing, pricingOf } from './pricing'

export type Item = Wire<Stripe.InvoiceItem>

interface Place {
  customer: string
  currency: string
  /** Null while it waits for an invoice. */
  invoice: string | null
  /** The subscription whose next invoice it waits for, if only that one may take it. */
  subscription?: string | undefined
  /** Where the request says it, for error texts: `lines[0]`, or nothing. */
  at?: string
}

/** Makes an item from what a request gives. */
export function createItem(
  unit: UnitOfWork,
  given: LineRequest,
  { customer, currency, invoice, subscription, at = '' }: Place,
): Item {
  const pricing = pricingOf(unit, given, currency, at)
  if (!pricing) throw badParam(TEXTS.needsPrice, { code: 'parameter_missing', param: at || 'amount' })
  const id = newId('ii')
  const quantity = given.quantity_decimal ?? given.quantity?.toString() ?? '1'
  const amount = boundedAmount(pricing.unitAmountDecimal, quantity, currency, at)
  return unit.put('invoiceitem', {
    id,
    object: 'invoiceitem',
    amount,
    currency,
    customer,
    customer_account: null,
    date: unit.now,
    description: given.description ?? pricing.name,
    discountable: given.discountable ?? amount >= 0,
    discounts: applyDiscounts(unit, given.discounts ?? null, {
      customer,
      invoice,
      invoiceItem: id,
      currency,
    }),
    frozen_fields: [],
    invoice,
    invoicing_rules: [],
    livemode: false,
    metadata: mergeMetadata({}, given.metadata),
    parent: subscription ? { subscription_details: { subscription }, type: 'subscription_details' } : null,
    period: given.period ?? { start: unit.now, end: unit.now },
    pricing: toWire(pricing),
    proration: false,
    quantity: Math.trunc(Number(quantity)),
    quantity_decimal: quantity,
    tax_rates: taxRates(unit, given.tax_rates, ratesParam(at)),
    test_clock: unit.get('customer', customer)?.test_clock ?? null,
  })
}

/** Lays what a request gives over an item. */
export function changeItem(unit: UnitOfWork, item: Item, given: LineRequest, at = ''): Item {
  const pricing = pricingOf(unit, given, item.currency, at)
  const unitAmount = pricing?.unitAmountDecimal ?? item.pricing?.unit_amount_decimal ?? '0'
  const quantity = given.quantity_decimal ?? given.quantity?.toString() ?? quantityBeside(given, item)
  const target = {
    customer: item.customer,
    invoice: item.invoice,
    invoiceItem: item.id,
    currency: item.currency,
  }
  return unit.put('invoiceitem', {
    ...item,
    amount: boundedAmount(unitAmount, quantity, item.currency, at),
    description: given.description === undefined ? item.description : given.description,
    discountable: given.discountable ?? item.discountable,
    discounts: given.discounts === undefined ? item.discounts : applyDiscounts(unit, given.discounts, target),
    metadata: mergeMetadata(item.metadata ?? {}, given.metadata),
    period: given.period ?? item.period,
    pricing: pricing ? toWire(pricing) : item.pricing,
    quantity: Math.trunc(Number(quantity)),
    quantity_decimal: quantity,
    tax_rates:
      given.tax_rates === undefined ? item.tax_rates : taxRates(unit, given.tax_rates, ratesParam(at)),
  })
}

function boundedAmount(unitAmount: string, quantity: string, currency: string, at: string): number {
  const amount = lineAmountMinor(unitAmount, quantity)
  refuseTooLarge(Math.abs(amount), currency, at === '' ? 'amount' : `${at}[amount]`)
  return amount
}

function ratesParam(at: string): string {
  return at === '' ? 'tax_rates' : `${at}[tax_rates]`
}

/** A bare amount is for one; anything else keeps the quantity. */
function quantityBeside(given: LineRequest, item: Item): string {
  return given.amount === undefined ? item.quantity_decimal : '1'
}

/** Returns the rates a parameter names, in full. An archived rate goes on only where it already stands. */
export function taxRates(
  unit: UnitOfWork,
  ids: string[] | null | undefined,
  param: string,
): Wire<Stripe.TaxRate>[] {
  return (ids ?? []).map((id, index) => {
    const rate = unit.need('tax_rate', id, `${param}[${index}]`)
    if (!rate.active) throw refuse(TEXTS.taxRateInactive(id), { param: `${param}[${index}]` })
    return rate
  })
}

function toWire({ price, product, unitAmountDecimal }: Pricing): NonNullable<Item['pricing']> {
  return { type: 'price_details', price_details: { price, product }, unit_amount_decimal: unitAmountDecimal }
}
