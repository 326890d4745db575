import { emitUpdate } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { pageOf, paging, range } from '../../../transport/pages'
import { bool, currency, oneOf, text } from '../../../transport/params/leaves'
import { hash, list, type Read } from '../../../transport/params/params'
import { givenOnly, mergeMetadata } from '../../../transport/params/shapes'
import { TEXTS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import { serialisePrice } from '../serialise'
import { createPrice } from './create'
import { requireFreeKey, transferLookupKey } from './lookup-key'
import { currencyOptionsOver } from './make'
import { INTERVALS, priceParams } from './params'
import type { Price } from './price'

const filters = {
  ...paging,
  active: bool(),
  created: range,
  currency: currency(),
  lookup_keys: list(text(), { max: 10 }),
  product: text(),
  recurring: hash({
    interval: oneOf(...INTERVALS),
    meter: text(),
    usage_type: oneOf('licensed', 'metered'),
  }),
  type: oneOf('one_time', 'recurring'),
}

export const priceRoutes = [
  createPrice,

  operation('GET', '/v1/prices', filters, ({ unit, params }) => {
    const { product } = params
    if (product !== undefined) unit.need('product', product, 'product')
    const wanted = (price: Price) => passes(price, params)
    const page = pageOf(unit, 'price', '/v1/prices', params, wanted, product)
    return { ...page, data: page.data.map(serialisePrice) }
  }),

  operation('GET', '/v1/prices/:price', {}, ({ unit, path }) => serialisePrice(unit.target('price', path))),

  operation('POST', '/v1/prices/:price', priceParams.update, ({ unit, params, path }) => {
    const before = unit.target('price', path)
    refuseBad(unit, before, params)
    const { metadata, currency_options: options, transfer_lookup_key, ...given } = givenOnly(params)
    const { lookup_key: key } = given
    if (key && transfer_lookup_key) transferLookupKey(unit, key, before.id)
    if (key) requireFreeKey(unit, key, before.id)
    const after = unit.put('price', {
      ...before,
      ...given,
      ...(options ? { currency_options: currencyOptionsOver(before.currency_options, options) } : {}),
      ...(options === null ? { currency_options: {} } : {}),
      metadata: mergeMetadata(before.metadata, metadata),
    })
    emitUpdate(unit, 'price.updated', serialisePrice(before), serialisePrice(after))
    return serialisePrice(after)
  }),
]

function passes(price: Price, asked: Read<typeof filters>): boolean {
  const { active, created, currency, lookup_keys, recurring, type } = asked
  if (active !== undefined && price.active !== active) return false
  if (currency !== undefined && price.currency !== currency) return false
  if (type !== undefined && price.type !== type) return false
  if (lookup_keys && !lookup_keys.includes(price.lookup_key ?? '')) return false
  for (const key of ['interval', 'meter', 'usage_type'] as const) {
    if (recurring?.[key] !== undefined && price.recurring?.[key] !== recurring[key]) return false
  }
  return created?.(price.created) ?? true
}

function refuseBad(
  unit: UnitOfWork,
  price: Price,
  { active, tax_behavior }: Read<typeof priceParams.update>,
) {
  const isFixed = price.tax_behavior === 'inclusive' || price.tax_behavior === 'exclusive'
  if (tax_behavior !== undefined && isFixed && tax_behavior !== price.tax_behavior) {
    throw refuse(TEXTS.taxBehaviorFixed, { param: 'tax_behavior' })
  }
  if (active === false && unit.get('product', price.product)?.default_price === price.id) {
    throw refuse(TEXTS.defaultPriceArchived)
  }
}
