import type { UnitOfWork } from '../../../state/unit-of-work'
import { refuse } from '../../../wire/refusal'
import { makePrice } from '../../catalog/prices/make'
import type { Price } from '../../catalog/prices/price'
import type { ItemRequest } from '../params'
import type { Subscription } from '../subscription'
import { everyOf } from './plan'

const MISMATCH =
  'Currency and interval fields must match across all plans on this subscription. Found mismatch in'

/**
 * Returns the recurring price a request names or makes; undefined when it names none. `at` is where, for error texts.
 */
export function recurringPrice(unit: UnitOfWork, given: ItemRequest, at: string): Price | undefined {
  if (given.price_data) return inlinePrice(unit, given.price_data, inside(at, 'price_data'))
  const name = given.price === undefined ? 'plan' : 'price'
  const id = given[name]
  if (id === undefined) return undefined
  const param = inside(at, name)
  const price = unit.need('price', id, param)
  if (!price.recurring) {
    const text =
      'The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.'
    throw refuse(text, { param })
  }
  if (price.active) return price
  throw refuse('The price specified is inactive. This field only accepts active prices.', { param })
}

/** All items of a subscription are in one currency; only flexible ones may be billed at different intervals. */
export function refuseMixed(prices: Price[], mode: Subscription['billing_mode']['type']) {
  const [first, ...rest] = prices
  if (!first) return
  if (rest.some((price) => price.currency !== first.currency)) throw refuse(`${MISMATCH} currency field.`)
  if (mode === 'flexible') return
  const { interval, count } = everyOf(first)
  const isOther = (price: Price) => everyOf(price).interval !== interval || everyOf(price).count !== count
  if (rest.some(isOther)) throw refuse(`${MISMATCH} interval field.`)
}

export function refuseSamePrice(prices: Price[]) {
  const twice = prices.find((price, index) => prices.findIndex(({ id }) => id === price.id) < index)
  if (twice) throw refuse(`Cannot add multiple subscription items with the same plan: ${twice.id}`)
}

function inlinePrice(unit: UnitOfWork, data: NonNullable<ItemRequest['price_data']>, at: string): Price {
  const { product, ...rest } = data
  const { id } = unit.need('product', product, inside(at, 'product'))
  const request = { ...rest, currency_options: undefined, custom_unit_amount: undefined, metadata: undefined }
  return makePrice(unit, id, request, at, { active: false })
}

function inside(at: string, key: string): string {
  return at === '' ? key : `${at}[${key}]`
}
