import { emit, emitUpdate } from '../../../events/emit'
import { previousAttributes } from '../../../events/previous'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { pageOf, paging, range } from '../../../transport/pages'
import { bool, text } from '../../../transport/params/leaves'
import { hash, list, required, unsettable } from '../../../transport/params/params'
import { TEXTS } from '../../../unconfirmed'
import { badParam, refuse } from '../../../wire/refusal'
import { makePrice } from '../prices/make'
import { defaultPriceParams } from '../prices/params'
import { serialisePrice } from '../serialise'
import { editable, productTypes } from './params'
import { addProduct, newProduct, type Product, withProductParams } from './product'

const create = {
  ...editable,
  default_price_data: hash(defaultPriceParams),
  id: text(),
  name: required(text()),
  type: productTypes,
}
const update = { ...editable, default_price: unsettable(text()), name: text() }
const filters = {
  ...paging,
  active: bool(),
  created: range,
  ids: list(text()),
  shippable: bool(),
  type: productTypes,
  url: text(),
}

export const productRoutes = [
  operation('POST', '/v1/products', create, ({ unit, params }) => {
    const { default_price_data: data, id, name, type, ...rest } = params
    const fresh = withProductParams(newProduct(name, unit.now), rest)
    const made = addProduct(unit, { ...fresh, type: type ?? fresh.type }, id, 'id')
    if (!data) {
      emit(unit, 'product.created', made)
      return made
    }
    const price = makePrice(unit, made.id, data, 'default_price_data')
    const product = unit.put('product', { ...made, default_price: price.id })
    emit(unit, 'product.created', product)
    emit(unit, 'price.created', serialisePrice(price))
    return product
  }),

  operation('GET', '/v1/products', filters, ({ unit, params }) => {
    const { ids, active, shippable, type, url, created } = params
    const wanted = ids && new Set(ids)
    refuseIdsWithCursor(params)
    return pageOf(unit, 'product', '/v1/products', params, (product) => {
      if (wanted && !wanted.has(product.id)) return false
      if (active !== undefined && product.active !== active) return false
      if (shippable !== undefined && product.shippable !== shippable) return false
      if (type !== undefined && product.type !== type) return false
      if (url !== undefined && product.url !== url) return false
      return created?.(product.created) ?? true
    })
  }),

  operation('GET', '/v1/products/:id', {}, ({ unit, path }) => unit.target('product', path)),

  operation('POST', '/v1/products/:id', update, ({ unit, params, path }) => {
    const before = unit.target('product', path)
    const { name, default_price, ...rest } = params
    if (default_price) requireItsPrice(unit, before, default_price)
    const laid = {
      ...withProductParams(before, rest),
      name: name ?? before.name,
      default_price: default_price === undefined ? before.default_price : default_price,
    }
    if (!previousAttributes(before, laid)) return before
    const after = unit.put('product', { ...laid, updated: unit.now })
    emitUpdate(unit, 'product.updated', before, after)
    return after
  }),

  operation('DELETE', '/v1/products/:id', {}, ({ unit, path }) => {
    const product = unit.target('product', path)
    if (unit.collections.price.inGroup(product.id).length > 0) {
      throw refuse('This product cannot be deleted because it has one or more user-created prices.')
    }
    unit.remove('product', product.id)
    emit(unit, 'product.deleted', { ...product, active: false })
    return { id: product.id, object: 'product', deleted: true }
  }),
]

function requireItsPrice(unit: UnitOfWork, product: Product, id: string) {
  const price = unit.need('price', id, 'default_price')
  if (price.product !== product.id) throw refuse(TEXTS.defaultPriceOfAnother(id), { param: 'default_price' })
}

function refuseIdsWithCursor(params: {
  ids: string[] | undefined
  starting_after: string | undefined
  ending_before: string | undefined
}) {
  const cursor = (['starting_after', 'ending_before'] as const).find((name) => params[name] !== undefined)
  if (!params.ids || !cursor) return
  throw badParam(`You may only specify one of these parameters: ids, ${cursor}.`, { param: 'ids' })
}
