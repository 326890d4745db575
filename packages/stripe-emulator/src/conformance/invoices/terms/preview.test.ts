import Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../../harness/rule'

const SECTION = 'api/invoices/create_preview'

rule(
  'a preview has an id of its own kind and is not kept',
  SECTION,
  async ({ stripe, customer, refusal }) => {
    const { id } = await customer()
    const preview = await stripe.invoices.createPreview({
      customer: id,
      invoice_items: [{ amount: 1200, currency: 'usd', description: 'Work' }],
    })
    expect(preview.id).toMatch(/^upcoming_in_/)
    expect(preview).toMatchObject({ status: 'draft', total: 1200, number: null })
    expect((await stripe.invoices.list({ customer: id })).data).toEqual([])
    expect((await refusal(stripe.invoices.retrieve(preview.id))).statusCode).toBe(404)
  },
)

rule('a preview emits no event', SECTION, async ({ stripe, customer, eventsDuring }) => {
  const { id } = await customer()
  const invoice_items = [{ amount: 1200, currency: 'usd' }]
  const events = await eventsDuring(() => stripe.invoices.createPreview({ customer: id, invoice_items }))
  expect(events).toEqual([])
})

rule('discounts and taxes are worked out as on an invoice', SECTION, async ({ stripe, customer }) => {
  const { id } = await customer()
  const rate = await stripe.taxRates.create({ display_name: 'VAT', inclusive: false, percentage: 20 })
  const coupon = await stripe.coupons.create({ percent_off: 10 })
  const preview = await stripe.invoices.createPreview({
    customer: id,
    discounts: [{ coupon: coupon.id }],
    invoice_items: [
      { amount: 10_000, currency: 'usd', tax_rates: [rate.id] },
      { amount: 5000, currency: 'usd' },
    ],
  })
  expect(preview).toMatchObject({ subtotal: 15_000, total: 15_300, total_excluding_tax: 13_500 })
})

rule('a preview may be of a customer nobody knows yet', SECTION, async ({ stripe }) => {
  const preview = await stripe.invoices.createPreview({
    customer_details: { address: { country: 'DE' } },
    currency: 'eur',
    invoice_items: [{ amount: 700, currency: 'eur' }],
  })
  expect(preview).toMatchObject({ customer: null, total: 700, customer_address: { country: 'DE' } })
})

rule('items that wait are shown, and stay waiting', SECTION, async ({ stripe, customer }) => {
  const { id } = await customer()
  const waiting = await stripe.invoiceItems.create({ customer: id, amount: 300, currency: 'usd' })
  const preview = await stripe.invoices.createPreview({
    customer: id,
    invoice_items: [{ amount: 1200, currency: 'usd' }],
  })
  expect(preview.total).toBe(1500)
  expect((await stripe.invoiceItems.retrieve(waiting.id)).invoice).toBeNull()
})

rule('an item that waits may be previewed changed', SECTION, async ({ stripe, customer }) => {
  const { id } = await customer()
  const waiting = await stripe.invoiceItems.create({
    customer: id,
    currency: 'usd',
    unit_amount_decimal: Stripe.Decimal.from('300'),
    quantity: 1,
  })
  const preview = await stripe.invoices.createPreview({
    customer: id,
    invoice_items: [{ invoiceitem: waiting.id, quantity: 3 }],
  })
  expect(preview.total).toBe(900)
  expect((await stripe.invoiceItems.retrieve(waiting.id)).amount).toBe(300)
})
