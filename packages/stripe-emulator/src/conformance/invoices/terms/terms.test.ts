import { expect } from 'vitest'
import { rule } from '../../harness/rule'

rule('an open invoice takes other payment settings', 'api/invoices/update', async ({ stripe, open }) => {
  const { id } = await open()
  const { payment_settings } = await stripe.invoices.update(id, {
    payment_settings: { payment_method_types: ['card', 'us_bank_account'] },
  })
  expect(payment_settings.payment_method_types).toEqual(['card', 'us_bank_account'])
})

rule('options of payment methods are kept, the others null', 'api/invoices/object', async ({ draft }) => {
  const { payment_settings } = await draft([], {
    payment_settings: { payment_method_options: { card: { request_three_d_secure: 'any' } } },
  })
  expect(payment_settings.payment_method_options).toMatchObject({
    card: { request_three_d_secure: 'any' },
    us_bank_account: null,
  })
})

rule('an invoice has at most four custom fields', 'api/invoices/create', async ({ draft, refusal }) => {
  const field = (name: string) => ({ name, value: 'x' })
  const four = ['a', 'b', 'c', 'd'].map(field)
  expect((await draft([], { custom_fields: four })).custom_fields).toEqual(four)
  expect((await refusal(draft([], { custom_fields: [...four, field('e')] }))).statusCode).toBe(400)
})

rule('a number of one’s own is taken, once', 'api/invoices/create', async ({ stripe, draft, refusal }) => {
  const invoice = await draft(undefined, { number: 'INV-2026-7' })
  expect((await stripe.invoices.finalizeInvoice(invoice.id)).number).toBe('INV-2026-7')
  expect((await refusal(draft([], { number: 'INV-2026-7' }))).statusCode).toBe(400)
})

rule('the method of payment must be the customer’s', 'api/invoices/create', async (world) => {
  const { stripe, customer, draft, refusal } = world
  const [ada, bob] = [await customer(), await customer()]
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: ada.id })
  const terms = { customer: ada.id, default_payment_method: card.id }
  expect((await draft([], terms)).default_payment_method).toBe(card.id)
  const error = await refusal(draft([], { ...terms, customer: bob.id }))
  expect(error).toMatchObject({ statusCode: 400, param: 'default_payment_method' })
})

rule('voiding gives the customer’s balance back', 'billing/customer/balance', async (world) => {
  const { stripe, customer, open } = world
  const { id } = await customer()
  await stripe.customers.createBalanceTransaction(id, { amount: -1000, currency: 'usd' })
  const invoice = await open(undefined, { customer: id })
  expect(invoice).toMatchObject({ amount_due: 2000, starting_balance: -1000, ending_balance: 0 })
  expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: 0 })
  await stripe.invoices.voidInvoice(invoice.id)
  expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: -1000 })
  const { data } = await stripe.customers.listBalanceTransactions(id)
  expect(data[0]).toMatchObject({ type: 'unapplied_from_invoice', amount: -1000, invoice: invoice.id })
})

rule(
  'a time to finalize turns automation on',
  'invoicing/scheduled-finalization',
  async ({ draft, refusal }) => {
    const soon = Math.floor(Date.now() / 1000) + 7200
    const invoice = await draft([], { automatically_finalizes_at: soon })
    expect(invoice).toMatchObject({ auto_advance: true, automatically_finalizes_at: soon })
    expect((await refusal(draft([], { automatically_finalizes_at: soon - 10_000 }))).statusCode).toBe(400)
  },
)

rule(
  'tax ids of the customer are live on a draft and frozen after',
  'billing/customer/tax-ids',
  async (world) => {
    const { stripe, customer, draft } = world
    const { id } = await customer()
    const invoice = await draft(undefined, { customer: id })
    await stripe.customers.createTaxId(id, { type: 'eu_vat', value: 'DE123456789' })
    expect((await stripe.invoices.retrieve(invoice.id)).customer_tax_ids).toEqual([
      { type: 'eu_vat', value: 'DE123456789' },
    ])
    await stripe.invoices.finalizeInvoice(invoice.id)
    const [taxId] = (await stripe.customers.listTaxIds(id)).data
    await stripe.customers.deleteTaxId(id, taxId?.id ?? '')
    expect((await stripe.invoices.retrieve(invoice.id)).customer_tax_ids).toHaveLength(1)
  },
)

rule('an archived rate goes on only where it stands', 'api/tax_rates/update', async (world) => {
  const { stripe, draft, refusal } = world
  const rate = await stripe.taxRates.create({ display_name: 'VAT', inclusive: false, percentage: 20 })
  const invoice = await draft(undefined, { default_tax_rates: [rate.id] })
  await stripe.taxRates.update(rate.id, { active: false })
  expect((await stripe.invoices.finalizeInvoice(invoice.id)).total).toBe(3600)
  expect((await refusal(draft([], { default_tax_rates: [rate.id] }))).statusCode).toBe(400)
})
