import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { mergeMetadata } from '../../../transport/params/shapes'
import { TEXTS } from '../../../unconfirmed'
import { badParam, missing, refuse } from '../../../wire/refusal'
import { addProduct, newProduct, withProductParams } from '../products/product'
import { serialisePrice } from '../serialise'
import { requireFreeKey, transferLookupKey } from './lookup-key'
import { makePrice } from './make'
import { type PriceRequest, priceParams } from './params'

export const createPrice = operation('POST', '/v1/prices', priceParams.create, ({ unit, params }) => {
  refuseBad(params)
  const { active, lookup_key, nickname, transform_quantity, transfer_lookup_key } = params
  if (lookup_key && !transfer_lookup_key) requireFreeKey(unit, lookup_key)
  const price = makePrice(unit, productOf(unit, params), params, '', {
    active: active ?? true,
    lookup_key: lookup_key ?? null,
    nickname: nickname ?? null,
    transform_quantity: transform_quantity ?? null,
  })
  if (lookup_key) transferLookupKey(unit, lookup_key, price.id)
  emit(unit, 'price.created', serialisePrice(price))
  return serialisePrice(price)
})

function refuseBad({ billing_scheme, tiers, tiers_mode, recurring, product, product_data }: PriceRequest) {
  if (product === undefined && !product_data) {
    throw badParam('You must specify either `product` or `product_data` when creating a price.', {})
  }
  if (product !== undefined && product_data) {
    const message = 'You may only specify one of these parameters: product, product_data.'
    throw badParam(message, { param: 'product' })
  }
  if (billing_scheme === 'tiered' && !recurring) {
    const message = 'Prices with `type=one_time` are not supported with tiered billing.'
    throw badParam(message, { param: 'interval' })
  }
  if (billing_scheme === 'tiered' || tiers || tiers_mode) {
    throw refuse(TEXTS.tieredPrice, { param: 'billing_scheme' })
  }
  if (recurring?.meter !== undefined) throw missing('meter', recurring.meter, 'recurring[meter]')
  if (recurring?.usage_type === 'metered') {
    throw refuse('Starting with Stripe version `2025-03-31.basil`, metered prices must be backed by meters.')
  }
}

function productOf(unit: UnitOfWork, { product, product_data: data }: PriceRequest): string {
  if (!data) return unit.need('product', product ?? '', 'product').id
  const { id, name, metadata, ...rest } = data
  const fresh = withProductParams(newProduct(name, unit.now), rest)
  const made = addProduct(unit, { ...fresh, metadata: mergeMetadata({}, metadata) }, id, 'product_data[id]')
  emit(unit, 'product.created', made)
  return made.id
}
