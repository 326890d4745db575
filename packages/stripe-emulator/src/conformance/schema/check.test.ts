import { expect, test } from 'vitest'
import { draft } from '../../testing/bill'
import { start } from '../../testing/start'
import { Checker } from './check'
import { loadSchemas } from './schemas'

const schemas = await loadSchemas()
const checker = new Checker(schemas)

const rate = {
  id: 'txr_1',
  object: 'tax_rate',
  active: true,
  country: null,
  created: 1_790_000_000,
  description: null,
  display_name: 'VAT',
  effective_percentage: 7.7,
  flat_amount: null,
  inclusive: false,
  jurisdiction: null,
  jurisdiction_level: null,
  livemode: false,
  metadata: { k: 'v' },
  percentage: 7.7,
  rate_type: 'percentage',
  state: null,
  tax_type: 'vat',
}

const { fetch } = (await start()).emulator

async function call(path: string, body?: string) {
  const headers = { authorization: 'Bearer sk_test_check' }
  const request = new Request(`http://localhost${path}`, {
    headers,
    ...(body ? { method: 'POST', body } : {}),
  })
  return (await fetch(request)).json()
}

test('an object as its type says has nothing wrong', () => {
  expect(checker.check(rate)).toEqual([])
})

test('a missing key, an extra key and a wrong type are named by their path', () => {
  const { active, ...rest } = rate
  expect(active).toBe(true)
  expect(checker.check({ ...rest, colour: 'red', created: '5', metadata: { k: 5 } })).toEqual([
    'tax_rate.active: missing',
    'tax_rate.created: expected integer, got "5"',
    'tax_rate.metadata.k: expected string, got 5',
    'tax_rate.colour: unknown key',
  ])
})

test('enums are closed, though the SDK leaves them open', () => {
  expect(checker.check({ ...rate, rate_type: 'cubic' })).toEqual([
    'tax_rate.rate_type: expected null or one of flat_amount, percentage, got "cubic"',
  ])
})

test('null goes only where the type has it', () => {
  expect(checker.check({ ...rate, display_name: null })).toEqual([
    'tax_rate.display_name: expected string, got null',
  ])
})

test('numbers are whole, but for those that are percentages and the like', () => {
  expect(checker.check({ ...rate, created: 1.5 })).toEqual(['tax_rate.created: expected integer, got 1.5'])
  expect(checker.check({ ...rate, percentage: '7.7' })).toEqual([
    'tax_rate.percentage: expected number, got "7.7"',
  ])
})

test('the stub of a deleted object has a type of its own under the same name', () => {
  expect(checker.check({ id: 'cus_1', object: 'customer', deleted: true })).toEqual([])
  expect(checker.check({ id: 'cus_1', object: 'customer', deleted: true, name: 'Ada' })).toEqual([
    'customer.name: unknown key',
  ])
  expect(checker.check({ id: 'cus_1', object: 'customer' })).toContain('customer.created: missing')
})

test('decimals are strings', async () => {
  const price = await call('/v1/prices', 'currency=usd&unit_amount=5&product_data[name]=Work')
  expect(checker.check(price)).toEqual([])
  expect(checker.check({ ...price, unit_amount_decimal: 5 })).toEqual([
    'price.unit_amount_decimal: expected null or a decimal in a string, got 5',
  ])
})

test('a field that may be expanded is an id or the whole object', async () => {
  const price = await call(
    '/v1/prices',
    'currency=usd&unit_amount=5&product_data[name]=Work&expand[]=product',
  )
  expect(price.product).toMatchObject({ object: 'product' })
  expect(checker.check(price)).toEqual([])
  const { name, ...product } = price.product
  expect(name).toBe('Work')
  expect(checker.check({ ...price, product })).toEqual(['price.product.name: missing'])
  expect(checker.check({ ...price, product: null })).toEqual([
    'price.product: expected string or product or product, got null',
  ])
})

test('lists are checked item by item', () => {
  const list = { object: 'list', data: [rate, { ...rate, active: 1 }], has_more: false, url: '/v1/tax_rates' }
  expect(checker.check(list)).toEqual(['list.data[1].active: expected true or false, got 1'])
  expect(checker.check({ ...list, data: [], total_count: 0 })).toEqual(['list.total_count: unknown key'])
})

test('an event is checked by its type, with parts of the old object', () => {
  const event = {
    id: 'evt_1',
    object: 'event',
    api_version: '2026-10-28.endive',
    created: 1,
    data: { object: rate, previous_attributes: { active: false, metadata: { k: null } } },
    livemode: false,
    pending_webhooks: 0,
    request: { id: null, idempotency_key: null },
    type: 'tax_rate.updated',
  }
  expect(checker.check(event)).toEqual([])
  const data = {
    object: { ...rate, object: 'product' },
    previous_attributes: { colour: 'red', active: 'no' },
  }
  expect(checker.check({ ...event, data })).toEqual([
    'event.data.object.object: expected one of tax_rate, got "product"',
    'event.data.previous_attributes.colour: unknown key',
    'event.data.previous_attributes.active: expected true or false, got "no"',
  ])
  expect(checker.check({ ...event, type: 'tax_rate.eaten' })).toHaveLength(1)
})

test('an unknown object is no object of Stripe', () => {
  expect(checker.check({ object: 'sandwich' })).toEqual([
    'sandwich.object: expected the name of an object, got "sandwich"',
  ])
  expect(checker.check([])).toEqual(['body: expected an object, got []'])
})

test('a nested list of lines may count all of them', async () => {
  const { stripe } = await start()
  const wire = JSON.parse(JSON.stringify(await draft(stripe)))
  expect(wire.lines.total_count).toBe(1)
  expect(checker.check(wire)).toEqual([])
  wire.lines.data[0].amount = '5'
  wire.lines.data[0].pricing.unit_amount_decimal = 5
  expect(checker.check(wire)).toEqual([
    'invoice.lines.data[0].amount: expected integer, got "5"',
    'invoice.lines.data[0].pricing.unit_amount_decimal: expected null or a decimal in a string, got 5',
  ])
})

test('the real Stripe leaves out what it is known to leave out', async () => {
  const { stripe } = await start()
  const wire = JSON.parse(JSON.stringify((await draft(stripe)).lines.data[0]))
  delete wire.subscription
  expect(checker.check(wire)).toEqual(['line_item.subscription: missing'])
  expect(new Checker(schemas, { isReal: true }).check(wire)).toEqual([])
})
