import { expect } from 'vitest'
import { rule } from '../harness/rule'

rule('lists may be counted or left uncounted', 'api', async ({ api, open }) => {
  const { id } = await open()
  const counted = await api(`/v1/invoices/${id}?expand[0]=customer&expand[1]=payments`)
  const uncounted = await api(`/v1/invoices/${id}?expand[]=customer&expand[]=payments`)
  expect(counted.body.customer).toMatchObject({ object: 'customer' })
  expect(uncounted.body).toEqual(counted.body)
})

rule(
  'lists of hashes may be left uncounted: a key that comes again starts the next one',
  'api',
  async (world) => {
    const { id } = await world.draft([])
    const body =
      'lines[][amount]=100&lines[][description]=One&lines[][amount]=200&lines[][description]=Two&lines[][amount]=300&lines[][description]=Three'
    const { status } = await world.api(`/v1/invoices/${id}/add_lines`, { method: 'POST', body })
    expect(status).toBe(200)
    const lines = (await world.stripe.invoices.listLineItems(id)).data
    const told = lines.map((line) => [line.amount, line.description]).sort()
    expect(told).toEqual([
      [100, 'One'],
      [200, 'Two'],
      [300, 'Three'],
    ])
  },
)

rule('hashes may be written with encoded brackets', 'api', async ({ api }) => {
  const body = 'name=Ada&metadata%5Border%5D=7&invoice_settings%5Bfooter%5D=Thanks'
  const made = await api('/v1/customers', { method: 'POST', body })
  expect(made.body).toMatchObject({ metadata: { order: '7' }, invoice_settings: { footer: 'Thanks' } })
})

rule('a space is a plus or %20, and text is UTF-8', 'api', async ({ api, stripe }) => {
  const body = 'name=Ada+Lovelace%20%26%20Søn&description=%F0%9F%A6%8A'
  const { body: made } = await api('/v1/customers', { method: 'POST', body })
  expect(made).toMatchObject({ name: 'Ada Lovelace & Søn', description: '🦊' })
  expect(await stripe.customers.retrieve(String(made.id))).toMatchObject({ name: 'Ada Lovelace & Søn' })
})

rule('the SDK and a hand-written call are answered alike', 'api', async ({ api, customer, stripe }) => {
  const { id } = await customer({ metadata: { a: '1' } })
  const { body } = await api(`/v1/customers/${id}`)
  expect(JSON.parse(JSON.stringify(await stripe.customers.retrieve(id)))).toEqual(body)
})

rule('filters of a list stand in the query, brackets plain or encoded', 'api/pagination', async (world) => {
  const { id, created } = await world.customer({ email: `list-${Date.now()}@example.com` })
  const plain = await world.api(`/v1/customers?created[gte]=${created}&created[lt]=${created + 1}&limit=100`)
  const encoded = await world.api(
    `/v1/customers?created%5Bgte%5D=${created}&created%5Blt%5D=${created + 1}&limit=100`,
  )
  expect(plain.body.data).toContainEqual(expect.objectContaining({ id }))
  expect(encoded.body.data).toEqual(plain.body.data)
})

rule('an empty list sends nothing, so it changes nothing; an empty string empties', 'api', async (world) => {
  const rate = await world.stripe.taxRates.create({ display_name: 'VAT', percentage: 20, inclusive: false })
  const { id } = await world.draft([{ amount: 1000 }], { default_tax_rates: [rate.id] })
  expect((await world.stripe.invoices.update(id, { default_tax_rates: [] })).total).toBe(1200)
  expect((await world.stripe.invoices.update(id, { default_tax_rates: '' })).total).toBe(1000)
})

rule('null and an empty string both unset', 'api', async ({ customer, stripe }) => {
  const { id } = await customer({ description: 'x', phone: '1' })
  const after = await stripe.customers.update(id, { description: '', phone: '' })
  expect(after).toMatchObject({ description: null, phone: null })
})

rule('decimals come back shortest', 'api/invoiceitems/create', async ({ api, customer }) => {
  const { id } = await customer()
  const body = `customer=${id}&currency=usd&unit_amount_decimal=1.50&quantity_decimal=02.00`
  const made = await api('/v1/invoiceitems', { method: 'POST', body })
  expect(made.body).toMatchObject({
    amount: 3,
    quantity: 2,
    quantity_decimal: '2',
    pricing: { unit_amount_decimal: '1.5' },
  })
})
