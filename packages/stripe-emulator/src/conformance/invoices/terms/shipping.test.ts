import { expect } from 'vitest'
import { rule } from '../../harness/rule'

const SECTION = 'api/invoices/create#create_invoice-shipping_cost'
const GROUND = {
  shipping_rate_data: {
    display_name: 'Ground',
    type: 'fixed_amount',
    fixed_amount: { amount: 500, currency: 'usd' },
  },
} as const

rule('shipping is added to the total and not to the subtotal', SECTION, async ({ draft }) => {
  const invoice = await draft(undefined, { shipping_cost: GROUND })
  expect(invoice).toMatchObject({
    subtotal: 3000,
    amount_shipping: 500,
    total: 3500,
    total_excluding_tax: 3500,
    amount_due: 3500,
    shipping_cost: { amount_subtotal: 500, amount_tax: 0, amount_total: 500 },
  })
})

rule('an empty value takes shipping away', SECTION, async ({ stripe, draft }) => {
  const { id } = await draft(undefined, { shipping_cost: GROUND })
  const without = await stripe.invoices.update(id, { shipping_cost: '' })
  expect(without).toMatchObject({ amount_shipping: 0, shipping_cost: null, total: 3000 })
})

rule('shipping details are the invoice’s own', SECTION, async ({ draft }) => {
  const shipping_details = { name: 'Ada', address: { country: 'GB', line1: '12 St James’s Square' } }
  const invoice = await draft(undefined, { shipping_details })
  expect(invoice.shipping_details).toMatchObject({ name: 'Ada', phone: null, address: { country: 'GB' } })
  expect(invoice.customer_shipping).toBeNull()
})

rule('shipping in another currency is refused', SECTION, async ({ draft, refusal }) => {
  const fixed_amount = { amount: 500, currency: 'eur' }
  const shipping_rate_data = { ...GROUND.shipping_rate_data, fixed_amount }
  const error = await refusal(draft([], { shipping_cost: { shipping_rate_data } }))
  expect(error).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' })
})
