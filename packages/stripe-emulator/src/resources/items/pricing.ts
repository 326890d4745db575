import { emit } from '../../events/emit'
import type { UnitOfWork } from '../../state/unit-of-work'
import { mergeMetadata } from '../../transport/params/shapes'
import { AD_HOC_PRICES_EMIT_EVENTS, TEXTS } from '../../unconfirmed'
import { badParam, missingParam, refuse } from '../../wire/refusal'
import { newPrice, type Price } from '../catalog/prices/price'
import { newProduct } from '../catalog/products/product'
import type { LineRequest } from './params'

export interface Pricing {
  price: string
  product: string
  unitAmountDecimal: string
  /** What the line is called when the request gives no description. */
  name: string | null
}

/** Returns the price a request names or makes; undefined when it names none. */
export function pricingOf(
  unit: UnitOfWork,
  given: LineRequest,
  currency: string,
  at = '',
): Pricing | undefined {
  refuseExclusive(given, at)
  if (given.pricing?.price !== undefined) return existing(unit, given.pricing.price, currency, at)
  if (given.price_data) return inline(unit, given, given.price_data, currency, at)
  const amount = given.unit_amount_decimal ?? given.amount?.toString()
  if (amount === undefined) return undefined
  const product = adHocProduct(unit, given.description ?? 'Invoice item')
  return toPricing(adHocPrice(unit, product, currency, amount), null)
}

export function refuseExclusive(given: LineRequest, at: string) {
  const pairs = [
    ['amount', 'quantity'],
    ['amount', 'quantity_decimal'],
    ['quantity', 'quantity_decimal'],
    ['amount', 'price_data'],
    ['amount', 'pricing'],
    ['price_data', 'pricing'],
  ] as const
  const clash = pairs.find(([one, other]) => given[one] !== undefined && given[other] !== undefined)
  if (!clash) return
  throw badParam(`You may only specify one of these parameters: ${clash.join(', ')}.`, {
    param: inside(at, clash[0]),
  })
}

function existing(unit: UnitOfWork, id: string, currency: string, at: string): Pricing {
  const param = inside(at, 'pricing', 'price')
  const price = unit.need('price', id, param)
  if (price.type === 'recurring') {
    throw refuse(
      'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`',
      { param },
    )
  }
  refuseOtherCurrency(price.currency, currency, param)
  return toPricing(price, unit.get('product', price.product)?.name ?? null)
}

function inline(
  unit: UnitOfWork,
  given: LineRequest,
  data: NonNullable<LineRequest['price_data']>,
  currency: string,
  at: string,
): Pricing {
  refuseOtherCurrency(data.currency, currency, inside(at, 'price_data', 'currency'))
  const amount = data.unit_amount_decimal ?? data.unit_amount?.toString()
  if (amount === undefined) throw missingParam(inside(at, 'price_data', 'unit_amount'))
  const known = data.product && unit.need('product', data.product, inside(at, 'price_data', 'product'))
  if (!known && !data.product_data) throw missingParam(inside(at, 'price_data', 'product'))
  const product = known ? known.id : adHocProduct(unit, data.product_data?.name ?? '', data.product_data)
  const name = known ? known.name : (data.product_data?.name ?? given.description ?? null)
  return toPricing(adHocPrice(unit, product, currency, amount, data.tax_behavior), name)
}

type ProductData = NonNullable<NonNullable<LineRequest['price_data']>['product_data']>

function adHocProduct(unit: UnitOfWork, name: string, data?: ProductData): string {
  const product = unit.put('product', {
    ...newProduct(name, unit.now),
    active: false,
    description: data?.description ?? null,
    images: data?.images ?? [],
    metadata: mergeMetadata({}, data?.metadata),
    tax_code: data?.tax_code ?? null,
    unit_label: data?.unit_label ?? null,
  })
  if (AD_HOC_PRICES_EMIT_EVENTS) emit(unit, 'product.created', product)
  return product.id
}

function adHocPrice(
  unit: UnitOfWork,
  product: string,
  currency: string,
  amount: string,
  taxBehavior?: Price['tax_behavior'],
): Price {
  const facts = { product, currency, unitAmountDecimal: amount, ...(taxBehavior ? { taxBehavior } : {}) }
  const price = unit.put('price', { ...newPrice(facts, unit.now), active: false })
  if (AD_HOC_PRICES_EMIT_EVENTS) emit(unit, 'price.created', price)
  return price
}

function toPricing(price: Price, name: string | null): Pricing {
  const { id, product, unit_amount_decimal } = price
  return { price: id, product, unitAmountDecimal: unit_amount_decimal ?? '0', name }
}

function refuseOtherCurrency(item: string, invoice: string, param: string) {
  if (item !== invoice) throw refuse(TEXTS.currencyMismatch(item, invoice), { param })
}

function inside(at: string, first: string, ...rest: string[]): string {
  const head = at === '' ? first : `${at}[${first}]`
  return [head, ...rest.map((key) => `[${key}]`)].join('')
}
