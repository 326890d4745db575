import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'
import { CREATE, custom, everything } from './credits'

/** An open invoice of 3000 with 500 for shipping. */
async function shipped({ stripe, open }: World): Promise<{ invoice: Stripe.Invoice; shipping_rate: string }> {
  const { id: shipping_rate } = await stripe.shippingRates.create({
    display_name: 'Ground',
    type: 'fixed_amount',
    fixed_amount: { amount: 500, currency: 'usd' },
  })
  return { invoice: await open(undefined, { shipping_cost: { shipping_rate } }), shipping_rate }
}

rule('shipping can be credited by itself', CREATE, async (world) => {
  const { invoice, shipping_rate } = await shipped(world)
  const note = await world.stripe.creditNotes.create({
    invoice: invoice.id,
    shipping_cost: { shipping_rate },
    expand: ['shipping_cost.shipping_rate'],
  })
  expect(note).toMatchObject({
    amount: 500,
    amount_shipping: 500,
    subtotal: 0,
    total: 500,
    lines: { data: [] },
    shipping_cost: {
      amount_subtotal: 500,
      amount_tax: 0,
      amount_total: 500,
      shipping_rate: { id: shipping_rate, object: 'shipping_rate' },
    },
  })
  expect((await world.stripe.invoices.retrieve(invoice.id)).amount_remaining).toBe(3000)
})

rule('lines and shipping together credit the whole invoice', CREATE, async (world) => {
  const { invoice, shipping_rate } = await shipped(world)
  const note = await world.stripe.creditNotes.create({
    invoice: invoice.id,
    lines: everything(invoice),
    shipping_cost: { shipping_rate },
  })
  expect(note).toMatchObject({ amount: 3500, subtotal: 3000, total_excluding_tax: 3500 })
  expect((await world.stripe.invoices.retrieve(invoice.id)).status).toBe('paid')
})

rule('an amount beside shipping counts the shipping in', CREATE, async (world) => {
  const { invoice, shipping_rate } = await shipped(world)
  const note = await world.stripe.creditNotes.create({
    invoice: invoice.id,
    amount: 800,
    shipping_cost: { shipping_rate },
  })
  expect(note).toMatchObject({ amount: 800, subtotal: 300, lines: { data: [{ amount: 300 }] } })
})

rule('shipping is credited once, unless that note is void', CREATE, async (world) => {
  const { stripe, refusal } = world
  const { invoice, shipping_rate } = await shipped(world)
  const credit = () => stripe.creditNotes.create({ invoice: invoice.id, shipping_cost: { shipping_rate } })
  const first = await credit()
  expect((await refusal(credit())).param).toBe('shipping_cost[shipping_rate]')
  await stripe.creditNotes.voidCreditNote(first.id)
  expect((await credit()).amount_shipping).toBe(500)
})

rule('only the shipping rate of the invoice will do', CREATE, async (world) => {
  const { stripe, open, refusal } = world
  const { shipping_rate } = await shipped(world)
  const plain = await open()
  const note = { invoice: plain.id, lines: [custom(100)], shipping_cost: { shipping_rate } }
  expect((await refusal(stripe.creditNotes.create(note))).param).toBe('shipping_cost[shipping_rate]')
})
