import { emit, emitUpdate } from '../../events/emit'
import type { Book } from '../../state/book'
import { bool, currency, decimal, integer, oneOf, text } from '../../transport/leaves'
import { operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { hash, metadata, type Read, required, unsettable } from '../../transport/params'
import { badParam } from '../../transport/refusal'
import { givenOnly, mergeMetadata } from '../../transport/shapes'
import { newPrice, type Price } from './price'
import { newProduct } from './product'

const editable = {
  active: bool(),
  lookup_key: unsettable(text({ max: 200 })),
  metadata,
  nickname: unsettable(text()),
  tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
}

const create = {
  ...editable,
  billing_scheme: oneOf('per_unit'),
  currency: required(currency()),
  product: text(),
  product_data: hash({ id: text(), active: bool(), metadata, name: required(text()), unit_label: text() }),
  recurring: hash({
    interval: required(oneOf('day', 'week', 'month', 'year')),
    interval_count: integer({ min: 1 }),
  }),
  unit_amount: integer(),
  unit_amount_decimal: decimal({ signed: true }),
}

export const priceRoutes = [
  operation('POST', '/v1/prices', create, ({ book, params }) => {
    const { product, product_data, recurring, unit_amount, unit_amount_decimal, ...rest } = params
    const amount = unit_amount_decimal ?? unit_amount?.toString()
    if (amount === undefined) throw missingParam('unit_amount')
    const facts = { currency: params.currency, product: productOf(book, params), unitAmountDecimal: amount }
    const { metadata, billing_scheme: _, ...given } = givenOnly(rest)
    const price = book.put('price', {
      ...newPrice(facts, book.now),
      ...given,
      metadata: mergeMetadata({}, metadata),
      ...(recurring ? { type: 'recurring' as const, recurring: recurrence(recurring) } : {}),
    })
    emit(book, 'price.created', price)
    return price
  }),

  operation(
    'GET',
    '/v1/prices',
    { ...paging, active: bool(), created: range, product: text(), currency: text(), type: text() },
    ({ book, params }) =>
      pageOf(book, 'price', '/v1/prices', params, (price) => {
        if (params.active !== undefined && price.active !== params.active) return false
        if (params.product !== undefined && price.product !== params.product) return false
        if (params.currency !== undefined && price.currency !== params.currency) return false
        if (params.type !== undefined && price.type !== params.type) return false
        return params.created?.(price.created) ?? true
      }),
  ),

  operation('GET', '/v1/prices/:price', {}, ({ book, path }) => book.target('price', path)),

  operation('POST', '/v1/prices/:price', editable, ({ book, params, path }) => {
    const before = book.target('price', path)
    const { metadata, ...given } = givenOnly(params)
    const after = book.put('price', {
      ...before,
      ...given,
      metadata: mergeMetadata(before.metadata, metadata),
    })
    emitUpdate(book, 'price.updated', before, after)
    return after
  }),
]

function productOf(book: Book, { product, product_data: data }: Read<typeof create>): string {
  if (product !== undefined) return book.need('product', product, 'product').id
  if (!data) throw missingParam('product')
  const made = newProduct(data.name, book.now)
  const fresh = { ...made, id: data.id ?? made.id, metadata: mergeMetadata({}, data.metadata) }
  emit(book, 'product.created', book.put('product', { ...fresh, unit_label: data.unit_label ?? null }))
  return fresh.id
}

type Recurring = NonNullable<Read<typeof create>['recurring']>

function recurrence({ interval, interval_count }: Recurring): Price['recurring'] {
  return {
    interval,
    interval_count: interval_count ?? 1,
    meter: null,
    trial_period_days: null,
    usage_type: 'licensed',
  }
}

function missingParam(param: string) {
  return badParam(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
}
