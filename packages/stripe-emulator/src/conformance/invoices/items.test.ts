import { expect } from 'vitest'
import { rule } from '../harness/rule'

rule('every line has its item', 'api/invoiceitems/object', async ({ draft, stripe }) => {
  const { id, customer } = await draft([{ amount: 700, description: 'Work', metadata: { position: '1' } }])
  const { data } = await stripe.invoiceItems.list({ invoice: id })
  expect(data).toMatchObject([
    {
      object: 'invoiceitem',
      amount: 700,
      customer,
      description: 'Work',
      invoice: id,
      metadata: { position: '1' },
      proration: false,
      quantity: 1,
      tax_rates: [],
    },
  ])
})

rule(
  'an item tells its date, and its period is that moment',
  'api/invoiceitems/object',
  async ({ customer, stripe }) => {
    const { id } = await customer()
    const item = await stripe.invoiceItems.create({ customer: id, amount: 500, currency: 'usd' })
    expect(item).not.toHaveProperty('created')
    expect(item.period).toEqual({ start: item.date, end: item.date })
    expect(item.invoice).toBeNull()
  },
)

rule(
  'a recurring price is no price for an item',
  'api/invoiceitems/create',
  async ({ customer, refusal, stripe }) => {
    const { id } = await customer()
    const product = await stripe.products.create({ name: 'Plan' })
    const price = await stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: 900,
      recurring: { interval: 'month' },
    })
    const error = await refusal(stripe.invoiceItems.create({ customer: id, pricing: { price: price.id } }))
    expect(error).toMatchObject({
      statusCode: 400,
      message:
        'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`',
    })
  },
)

rule('a changed item changes its line', 'api/invoiceitems/update', async ({ draft, stripe }) => {
  const { id, lines } = await draft([{ amount: 500 }])
  const item = String(lines.data[0]?.parent?.invoice_item_details?.invoice_item)
  await stripe.invoiceItems.update(item, { amount: 900, description: 'New' })
  const invoice = await stripe.invoices.retrieve(id)
  expect(invoice).toMatchObject({ total: 900, lines: { data: [{ amount: 900, description: 'New' }] } })
})

rule('deleting a draft deletes its items', 'api/invoices/delete', async ({ draft, refusal, stripe }) => {
  const { id, customer, lines } = await draft([{ amount: 500 }])
  const item = String(lines.data[0]?.parent?.invoice_item_details?.invoice_item)
  await stripe.invoices.del(id)
  expect((await stripe.invoiceItems.list({ customer: String(customer) })).data).toEqual([])
  expect(await refusal(stripe.invoiceItems.update(item, { amount: 1 }))).toMatchObject({
    statusCode: 400,
    message: 'This invoice item has been deleted.',
  })
  expect(await refusal(stripe.invoiceItems.del(item))).toMatchObject({
    statusCode: 400,
    message: "Can't delete an invoice item that is attached to an invoice that is no longer editable",
  })
})

rule(
  'a deleted item is gone, and its stub says so',
  'api/invoiceitems/delete',
  async ({ customer, refusal, stripe }) => {
    const { id } = await customer()
    const item = await stripe.invoiceItems.create({ customer: id, amount: 500, currency: 'usd' })
    expect(await stripe.invoiceItems.del(item.id)).toMatchObject({
      id: item.id,
      object: 'invoiceitem',
      deleted: true,
    })
    expect((await refusal(stripe.invoiceItems.retrieve(item.id))).statusCode).toBe(404)
  },
)

rule(
  'an item is in the currency of its invoice',
  'api/invoiceitems/create',
  async ({ draft, refusal, stripe }) => {
    const { id, customer } = await draft([{ amount: 100 }])
    const item = { customer: String(customer), invoice: id, amount: 100, currency: 'eur' }
    expect((await refusal(stripe.invoiceItems.create(item))).statusCode).toBe(400)
    expect((await stripe.invoices.retrieve(id)).total).toBe(100)
  },
)

rule(
  'an item of an invoice is of the same customer',
  'api/invoiceitems/create',
  async ({ customer, draft, refusal, stripe }) => {
    const { id } = await draft([])
    const other = await customer()
    const item = { customer: other.id, invoice: id, amount: 100, currency: 'usd' }
    expect((await refusal(stripe.invoiceItems.create(item))).statusCode).toBe(400)
  },
)

rule(
  'an item may be priced by a decimal and a quantity',
  'api/invoiceitems/create',
  async ({ api, customer }) => {
    const { id } = await customer()
    const body = `customer=${id}&currency=usd&unit_amount_decimal=33.335&quantity=3`
    const item = await api('/v1/invoiceitems', { method: 'POST', body })
    expect(item.body).toMatchObject({ amount: 100, quantity: 3, pricing: { unit_amount_decimal: '33.335' } })
  },
)
