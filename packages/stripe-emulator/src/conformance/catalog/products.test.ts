import { expect } from 'vitest'
import { rule } from '../harness/rule'

rule(
  'a new product has the defaults that Stripe gives',
  'api/products/create',
  async ({ stripe, eventsOf }) => {
    const product = await stripe.products.create({ name: 'Design' })
    expect(product.id).toMatch(/^prod_/)
    expect(product).toMatchObject({
      object: 'product',
      active: true,
      default_price: null,
      description: null,
      images: [],
      livemode: false,
      marketing_features: [],
      metadata: {},
      name: 'Design',
      package_dimensions: null,
      shippable: null,
      statement_descriptor: null,
      tax_code: null,
      type: 'service',
      unit_label: null,
      updated: product.created,
      url: null,
    })
    expect((await eventsOf(product.id)).map(({ type }) => type)).toEqual(['product.created'])
  },
)

rule('a product gives back everything it was told', 'api/products/create', async ({ stripe }) => {
  const told = {
    active: false,
    description: 'Printed in colour',
    id: 'poster-a1',
    images: ['https://example.com/poster.png'],
    marketing_features: [{ name: 'Acid-free' }],
    metadata: { collection: '4' },
    name: 'Poster',
    package_dimensions: { height: 1.5, length: 84, weight: 3.25, width: 59 },
    shippable: true,
    statement_descriptor: 'POSTER',
    tax_code: 'txcd_99999999',
    unit_label: 'sheet',
    url: 'https://example.com/poster',
  }
  expect(await stripe.products.create(told)).toMatchObject(told)
  expect(await stripe.products.retrieve('poster-a1')).toMatchObject({
    ...told,
    tax_details: { performance_location: null, tax_code: 'txcd_99999999' },
  })
})

rule('an id of a product is taken once', 'api/products/create#id', async ({ stripe, refusal }) => {
  await stripe.products.create({ id: 'poster', name: 'Poster' })
  expect(await refusal(stripe.products.create({ id: 'poster', name: 'Poster' }))).toMatchObject({
    statusCode: 400,
    code: 'resource_already_exists',
    message: 'Product already exists.',
  })
})

rule('a product may come with its price', 'api/products/create#default_price_data', async (world) => {
  const { stripe, eventTypes } = world
  const product = await stripe.products.create({
    name: 'Hosting',
    default_price_data: { currency: 'usd', unit_amount: 1000, recurring: { interval: 'month' } },
    expand: ['default_price'],
  })
  expect(product.default_price).toMatchObject({
    object: 'price',
    currency: 'usd',
    product: product.id,
    recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed' },
    type: 'recurring',
    unit_amount: 1000,
  })
  expect(await eventTypes()).toEqual(['product.created', 'price.created'])
})

rule('the default price is one of the product', 'api/products/update#default_price', async (world) => {
  const { stripe, refusal } = world
  const product = await stripe.products.create({ name: 'Design' })
  const own = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 1 })
  expect(await stripe.products.update(product.id, { default_price: own.id })).toMatchObject({
    default_price: own.id,
  })
  expect(await refusal(stripe.products.update(product.id, { default_price: 'price_nope' }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    message: "No such price: 'price_nope'",
    param: 'default_price',
  })
  const data = { currency: 'usd', unit_amount: 2 }
  const other = await stripe.products.create({ name: 'Other', default_price_data: data })
  const foreign = { default_price: String(other.default_price) }
  expect(await refusal(stripe.products.update(product.id, foreign))).toMatchObject({ statusCode: 400 })
  expect(await refusal(stripe.prices.update(own.id, { active: false }))).toMatchObject({ statusCode: 400 })
})

rule(
  'an update that changes nothing is no event',
  'api/products/update',
  async ({ stripe, eventsDuring }) => {
    const { id } = await stripe.products.create({ name: 'Design', description: 'Lines' })
    expect(await eventsDuring(() => stripe.products.update(id, { name: 'Design' }))).toEqual([])
    const [event] = await eventsDuring(() => stripe.products.update(id, { description: '' }))
    expect(event).toMatchObject({
      type: 'product.updated',
      data: { object: { description: null }, previous_attributes: { description: 'Lines' } },
    })
  },
)

rule('a product with prices stays; one without goes', 'api/products/delete', async (world) => {
  const { stripe, refusal, eventsOf } = world
  const { id } = await stripe.products.create({ name: 'Design' })
  await stripe.prices.create({ product: id, currency: 'usd', unit_amount: 1 })
  expect(await refusal(stripe.products.del(id))).toMatchObject({
    statusCode: 400,
    message: 'This product cannot be deleted because it has one or more user-created prices.',
  })
  const lone = await stripe.products.create({ name: 'Lone' })
  expect(await stripe.products.del(lone.id)).toEqual({ id: lone.id, object: 'product', deleted: true })
  expect((await refusal(stripe.products.retrieve(lone.id))).statusCode).toBe(404)
  expect((await eventsOf(lone.id)).at(-1)).toMatchObject({ type: 'product.deleted' })
})

rule('products are listed by what they are', 'api/products/list', async ({ stripe, refusal }) => {
  const kept = await stripe.products.create({
    name: 'Kept',
    shippable: true,
    url: 'https://example.com/kept',
  })
  const gone = await stripe.products.create({ name: 'Gone', active: false })
  const ids = async (filter: object) => (await stripe.products.list(filter)).data.map(({ id }) => id)
  expect(await ids({})).toEqual([gone.id, kept.id])
  expect(await ids({ active: true })).toEqual([kept.id])
  expect(await ids({ shippable: true })).toEqual([kept.id])
  expect(await ids({ url: 'https://example.com/kept' })).toEqual([kept.id])
  expect(await ids({ ids: [gone.id] })).toEqual([gone.id])
  expect(await ids({ created: { gt: kept.created + 86_400 } })).toEqual([])
  expect(await refusal(stripe.products.list({ ids: [gone.id], starting_after: kept.id }))).toMatchObject({
    message: 'You may only specify one of these parameters: ids, starting_after.',
    param: 'ids',
  })
})

rule(
  'a statement descriptor fits a card statement',
  'get-started/account/statement-descriptors',
  async (world) => {
    const { stripe, refusal } = world
    const told = async (statement_descriptor: string) =>
      (await refusal(stripe.products.create({ name: 'Design', statement_descriptor }))).message
    expect(await told('<b>')).toBe('The statement descriptor cannot include <.')
    expect(await told('1234')).toBe('The statement descriptor must contain at least one Latin character.')
  },
)

rule('the address of a product must be one', 'error-codes#url-invalid', async ({ stripe, refusal }) => {
  expect(await refusal(stripe.products.create({ name: 'Design', url: 'nowhere' }))).toMatchObject({
    statusCode: 400,
    code: 'url_invalid',
    message: 'Not a valid URL',
    param: 'url',
  })
})
