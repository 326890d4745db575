import { expect } from 'vitest'
import { rule } from '../harness/rule'

const GROUND = {
  display_name: 'Ground',
  type: 'fixed_amount' as const,
  fixed_amount: { amount: 700, currency: 'usd' },
}

rule('a shipping rate gives back what it was told', 'api/shipping_rates/create', async ({ stripe }) => {
  const told = {
    ...GROUND,
    delivery_estimate: {
      minimum: { unit: 'business_day' as const, value: 3 },
      maximum: { unit: 'week' as const, value: 1 },
    },
    metadata: { carrier: 'post' },
    tax_behavior: 'exclusive' as const,
    tax_code: 'txcd_92010001',
  }
  const rate = await stripe.shippingRates.create(told)
  expect(rate.id).toMatch(/^shr_/)
  expect(rate).toMatchObject({ ...told, object: 'shipping_rate', active: true, livemode: false })
  expect(await stripe.shippingRates.retrieve(rate.id)).toEqual(rate)
})

rule(
  'other currencies of shipping only show when expanded',
  'api/shipping_rates/object',
  async ({ stripe }) => {
    const fixed_amount = { ...GROUND.fixed_amount, currency_options: { eur: { amount: 650 } } }
    const rate = await stripe.shippingRates.create({ ...GROUND, fixed_amount })
    expect(rate.fixed_amount).toEqual(GROUND.fixed_amount)
    const expand = ['fixed_amount.currency_options']
    const full = await stripe.shippingRates.retrieve(rate.id, { expand })
    expect(full.fixed_amount?.currency_options).toMatchObject({
      eur: { amount: 650, tax_behavior: 'unspecified' },
    })
  },
)

rule(
  'an archived shipping rate leaves the list of active ones',
  'api/shipping_rates/update',
  async (world) => {
    const { stripe, refusal } = world
    const old = await stripe.shippingRates.create(GROUND)
    const kept = await stripe.shippingRates.create(GROUND)
    await stripe.shippingRates.update(old.id, { active: false, metadata: { a: '1' } })
    const ids = async (filter: object) => (await stripe.shippingRates.list(filter)).data.map(({ id }) => id)
    expect(await ids({ active: true })).toEqual([kept.id])
    expect(await ids({ currency: 'usd' })).toEqual([kept.id, old.id])
    expect(await ids({ currency: 'eur' })).toEqual([])
    expect(await refusal(stripe.shippingRates.retrieve('shr_nope'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    })
  },
)

rule('an invoice names a shipping rate', 'invoicing/shipping', async ({ stripe, draft }) => {
  const rate = await stripe.shippingRates.create(GROUND)
  const invoice = await draft(undefined, { shipping_cost: { shipping_rate: rate.id } })
  expect(invoice).toMatchObject({ total: 3700, shipping_cost: { amount_total: 700, shipping_rate: rate.id } })
})

rule(
  'templates of invoices are made in the Dashboard',
  'invoicing/invoice-rendering-template',
  async (world) => {
    const { stripe, refusal } = world
    expect((await stripe.invoiceRenderingTemplates.list()).data).toEqual([])
    expect(await refusal(stripe.invoiceRenderingTemplates.retrieve('inrtem_nope'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    })
    expect(await refusal(stripe.invoiceRenderingTemplates.archive('inrtem_nope'))).toMatchObject({
      statusCode: 404,
    })
  },
)
