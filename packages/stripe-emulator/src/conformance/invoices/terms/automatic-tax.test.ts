import { expect } from 'vitest'
import { rule } from '../../harness/rule'

const SECTION = 'tax/invoicing'
const ON = { automatic_tax: { enabled: true } }
const BERLIN = { country: 'DE', city: 'Berlin', line1: 'Torstraße 1', postal_code: '10119' }

rule('automatic tax is off unless it is asked for', SECTION, async ({ draft }) => {
  expect((await draft()).automatic_tax).toEqual({
    disabled_reason: null,
    enabled: false,
    liability: null,
    provider: null,
    status: null,
  })
})

rule('automatic tax without a location requires one', SECTION, async ({ draft }) => {
  expect((await draft(undefined, ON)).automatic_tax).toMatchObject({
    enabled: true,
    liability: { type: 'self' },
    status: 'requires_location_inputs',
  })
})

rule('automatic tax with a location is complete', SECTION, async ({ stripe, draft, customer }) => {
  const { id } = await customer({ address: BERLIN })
  const invoice = await draft(undefined, { ...ON, customer: id })
  expect(invoice.automatic_tax.status).toBe('complete')
  expect((await stripe.invoices.finalizeInvoice(invoice.id)).status).toBe('open')
})

rule('finalizing without a location is refused, and the draft says why', SECTION, async (world) => {
  const { stripe, draft, refusal, eventsOf } = world
  const { id } = await draft(undefined, ON)
  const error = await refusal(stripe.invoices.finalizeInvoice(id))
  expect(error).toMatchObject({ statusCode: 400, code: 'customer_tax_location_invalid' })
  const after = await stripe.invoices.retrieve(id)
  expect(after).toMatchObject({
    status: 'draft',
    number: null,
    last_finalization_error: { code: 'customer_tax_location_invalid', type: 'invalid_request_error' },
  })
  const types = (await eventsOf(id)).map((event) => event.type)
  expect(types).toContain('invoice.finalization_failed')
})

rule('the finalization error is gone after a success', SECTION, async ({ stripe, draft, refusal }) => {
  const invoice = await draft(undefined, ON)
  await refusal(stripe.invoices.finalizeInvoice(invoice.id))
  await stripe.customers.update(String(invoice.customer), { address: BERLIN })
  const final = await stripe.invoices.finalizeInvoice(invoice.id)
  expect(final).toMatchObject({ status: 'open', last_finalization_error: null })
})

rule('tax rates cannot stand beside automatic tax', SECTION, async ({ stripe, draft, refusal }) => {
  const rate = await stripe.taxRates.create({ display_name: 'VAT', inclusive: false, percentage: 19 })
  const invoice = await draft(undefined, ON)
  const error = await refusal(stripe.invoices.update(invoice.id, { default_tax_rates: [rate.id] }))
  expect(error).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' })
})
