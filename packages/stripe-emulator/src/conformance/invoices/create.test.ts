import { expect } from 'vitest'
import { rule } from '../harness/rule'

const SECTION = 'api/invoices/create'

rule('a draft made by the API does not advance by itself', SECTION, async ({ customer, stripe }) => {
  const { id } = await customer()
  expect(await stripe.invoices.create({ customer: id })).toMatchObject({
    auto_advance: false,
    automatically_finalizes_at: null,
    next_payment_attempt: null,
  })
})

rule('an empty draft is a draft', SECTION, async ({ customer, stripe }) => {
  const { id } = await customer()
  const invoice = await stripe.invoices.create({ customer: id })
  expect(invoice).toMatchObject({
    object: 'invoice',
    status: 'draft',
    billing_reason: 'manual',
    collection_method: 'charge_automatically',
    amount_due: 0,
    amount_paid: 0,
    amount_remaining: 0,
    attempt_count: 0,
    attempted: false,
    effective_at: null,
    ending_balance: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    number: null,
    parent: null,
    total: 0,
    lines: { object: 'list', data: [], has_more: false, total_count: 0 },
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
  })
})

rule(
  'every setting that is off by default is in the answer',
  'api/invoices/object',
  async ({ customer, stripe }) => {
    const { id } = await customer()
    const invoice = await stripe.invoices.create({ customer: id })
    expect(invoice.automatic_tax).toEqual({
      disabled_reason: null,
      enabled: false,
      liability: null,
      provider: null,
      status: null,
    })
    expect(invoice.payment_settings).toEqual({
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    })
    expect(invoice.rendering).toEqual({
      amount_tax_display: null,
      pdf: { page_size: 'auto' },
      template: null,
      template_version: null,
    })
    expect(invoice.issuer).toEqual({ type: 'self' })
  },
)

rule(
  'the period of an invoice made by hand is the moment it was made',
  'api/invoices/object',
  async (world) => {
    const { created, period_start, period_end } = await world.draft()
    expect([period_start, period_end]).toEqual([created, created])
  },
)

rule('an invoice to be sent needs an address to be sent to', SECTION, async ({ refusal, stripe }) => {
  const { id } = await stripe.customers.create({ name: 'No mail' })
  const terms = { customer: id, collection_method: 'send_invoice', days_until_due: 5 } as const
  expect((await refusal(stripe.invoices.create(terms))).message).toBe(
    'Missing email. In order to create invoices that are sent to the customer, the customer must have a valid email.',
  )
})

rule(
  'a draft that advances tells when: an hour and a second later',
  'invoicing/overview',
  async ({ draft }) => {
    const sent = await draft([], { auto_advance: true })
    expect(sent.automatically_finalizes_at).toBe(sent.created + 3601)
    expect(sent.next_payment_attempt).toBeNull()
  },
)

rule(
  'a draft that is charged by itself tells when: an hour later',
  'invoicing/overview',
  async ({ customer, stripe }) => {
    const { id } = await customer()
    const charged = await stripe.invoices.create({ customer: id, auto_advance: true })
    expect(charged.automatically_finalizes_at).toBe(charged.created + 3601)
    expect(charged.next_payment_attempt).toBe(charged.created + 3600)
  },
)

rule(
  'advancing is switched off and on again with the same hour',
  'api/invoices/update',
  async ({ draft, stripe }) => {
    const { id, created } = await draft([], { auto_advance: true })
    const off = await stripe.invoices.update(id, { auto_advance: false })
    expect(off).toMatchObject({ auto_advance: false, automatically_finalizes_at: null })
    const on = await stripe.invoices.update(id, { auto_advance: true })
    expect(on).toMatchObject({ auto_advance: true, automatically_finalizes_at: created + 3601 })
  },
)

rule('the currency is the one asked for, or that of the customer', SECTION, async ({ customer, stripe }) => {
  const { id } = await customer()
  expect((await stripe.invoices.create({ customer: id, currency: 'eur' })).currency).toBe('eur')
  const other = await customer()
  await stripe.invoiceItems.create({ customer: other.id, amount: 500, currency: 'gbp' })
  expect((await stripe.invoices.create({ customer: other.id })).currency).toBe('gbp')
})

rule('pending items stay behind unless they are asked for', SECTION, async ({ customer, stripe }) => {
  const { id } = await customer()
  await stripe.invoiceItems.create({ customer: id, amount: 500, currency: 'usd' })
  expect((await stripe.invoices.create({ customer: id })).total).toBe(0)
  const exclude = { customer: id, pending_invoice_items_behavior: 'exclude' } as const
  expect((await stripe.invoices.create(exclude)).total).toBe(0)
  expect((await stripe.invoiceItems.list({ customer: id, pending: true })).data).toHaveLength(1)
})

rule('a request may include all pending items, newest first', SECTION, async ({ customer, stripe }) => {
  const { id } = await customer()
  for (const amount of [100, 200, 300]) {
    await stripe.invoiceItems.create({ customer: id, amount, currency: 'usd' })
  }
  const include = { customer: id, pending_invoice_items_behavior: 'include' } as const
  const invoice = await stripe.invoices.create(include)
  expect(invoice.total).toBe(600)
  expect(invoice.lines.data.map((line) => line.amount)).toEqual([300, 200, 100])
  expect((await stripe.invoiceItems.list({ customer: id, pending: true })).data).toEqual([])
  expect((await stripe.invoices.create(include)).total).toBe(0)
})

rule('an invoice takes the footer and fields of its customer', SECTION, async ({ customer, draft }) => {
  const invoice_settings = { footer: 'Thanks', custom_fields: [{ name: 'PO', value: '7' }] }
  const { id } = await customer({ invoice_settings })
  expect(await draft([], { customer: id })).toMatchObject(invoice_settings)
  expect(await draft([], { customer: id, footer: 'Other' })).toMatchObject({ footer: 'Other' })
})

rule('an invoice has four fields at most, of 40 and 140 characters', SECTION, async ({ draft, refusal }) => {
  const field = (index: number) => ({ name: `Field ${index}`, value: 'v' })
  const four = [1, 2, 3, 4].map(field)
  expect((await draft([], { custom_fields: four })).custom_fields).toEqual(four)
  expect((await refusal(draft([], { custom_fields: [...four, field(5)] }))).statusCode).toBe(400)
  const long = { name: 'n'.repeat(41), value: 'v' }
  expect(await refusal(draft([], { custom_fields: [long] }))).toMatchObject({
    statusCode: 400,
    param: 'custom_fields[0][name]',
  })
})

rule('a draft mirrors its customer', 'api/invoices/object', async ({ customer, draft, stripe }) => {
  const { id } = await customer({ phone: '1', address: { city: 'London', country: 'GB' } })
  const invoice = await draft([], { customer: id })
  expect(invoice).toMatchObject({
    customer_name: 'Ada Lovelace',
    customer_email: 'ada@example.com',
    customer_phone: '1',
    customer_address: { city: 'London', country: 'GB', line1: null },
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
  })
  await stripe.customers.update(id, { name: 'Grace', balance: -500 })
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
    customer_name: 'Grace',
    starting_balance: -500,
  })
})

rule('fields of a draft may be set and emptied', 'api/invoices/update', async ({ draft, stripe }) => {
  const { id } = await draft([], { description: 'Memo', footer: 'Foot' })
  expect(await stripe.invoices.update(id, { description: 'Other', footer: '' })).toMatchObject({
    description: 'Other',
    footer: null,
  })
})

rule('a customer that is deleted gets no invoice', SECTION, async ({ customer, refusal, stripe }) => {
  const { id } = await customer()
  await stripe.customers.del(id)
  expect(await refusal(stripe.invoices.create({ customer: id }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    message: `No such customer: '${id}'`,
    param: 'customer',
  })
})

rule(
  'a preview adds up and leaves nothing behind',
  'api/invoices/create_preview',
  async ({ customer, stripe }) => {
    const { id } = await customer()
    const preview = await stripe.invoices.createPreview({
      customer: id,
      invoice_items: [{ amount: 1000, currency: 'usd', description: 'Work' }],
    })
    expect(preview).toMatchObject({
      id: expect.stringMatching(/^upcoming_in_/),
      status: 'draft',
      total: 1000,
      lines: { data: [{ amount: 1000, description: 'Work' }] },
    })
    expect((await stripe.invoices.list({ customer: id })).data).toEqual([])
    expect((await stripe.invoiceItems.list({ customer: id })).data).toEqual([])
  },
)
