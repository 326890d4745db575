import { expect } from 'vitest'
import { rule } from '../harness/rule'

rule('a new customer has no more than it was given', 'api/customers/create', async ({ stripe }) => {
  const customer = await stripe.customers.create()
  expect(customer).toMatchObject({
    object: 'customer',
    address: null,
    balance: 0,
    currency: null,
    default_source: null,
    delinquent: false,
    description: null,
    email: null,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  })
  expect(customer.id).toMatch(/^cus_/)
  expect(customer.invoice_prefix).toMatch(/^[A-Z0-9]{8}$/)
})

rule('a customer gives back everything it was told', 'api/customers/create', async ({ stripe }) => {
  const address = {
    city: 'Berlin',
    country: 'DE',
    line1: '1 Weg',
    line2: '2',
    postal_code: '10115',
    state: 'BE',
  }
  const told = {
    address,
    business_name: 'Engines Ltd',
    description: 'First of her kind',
    email: 'ada@example.com',
    individual_name: 'Ada King',
    metadata: { order: '6735' },
    name: 'Ada Lovelace',
    next_invoice_sequence: 42,
    phone: '+49 30 1234',
    preferred_locales: ['de', 'en'],
    shipping: { address, name: 'Ada', phone: '+49 30 5678' },
    tax_exempt: 'reverse' as const,
  }
  const customer = await stripe.customers.create({ ...told, validate: true })
  expect(customer).toMatchObject(told)
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject(told)
})

rule(
  'some fields of a customer, such as sources, only show when expanded',
  'api/customers/object',
  async ({ stripe }) => {
    const { id } = await stripe.customers.create({ tax: { ip_address: '192.0.2.1' } })
    const hidden = ['cash_balance', 'invoice_credit_balance', 'sources', 'subscriptions', 'tax', 'tax_ids']
    const bare = await stripe.customers.retrieve(id)
    for (const field of hidden) expect(bare).not.toHaveProperty(field)
    const full = await stripe.customers.retrieve(id, { expand: hidden })
    expect(full).toMatchObject({
      cash_balance: { object: 'cash_balance', available: null, customer: id },
      invoice_credit_balance: {},
      sources: { object: 'list', data: [], has_more: false, url: `/v1/customers/${id}/sources` },
      subscriptions: { object: 'list', data: [], has_more: false },
      tax: { automatic_tax: 'unrecognized_location', ip_address: '192.0.2.1', location: null },
      tax_ids: { object: 'list', data: [], has_more: false, url: `/v1/customers/${id}/tax_ids` },
    })
  },
)

rule('a payment method can be attached on the way', 'api/customers/create', async ({ stripe, eventsOf }) => {
  const customer = await stripe.customers.create({
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  })
  const { data } = await stripe.customers.listPaymentMethods(customer.id)
  expect(data).toHaveLength(1)
  expect(customer.invoice_settings.default_payment_method).toBe(data[0]?.id)
  expect((await eventsOf(String(data[0]?.id))).map(({ type }) => type)).toEqual(['payment_method.attached'])
})

rule('a card that declines is not attached', 'testing#declined-payments', async ({ stripe, refusal }) => {
  const payment_method = 'pm_card_visa_chargeDeclined'
  expect(await refusal(stripe.customers.create({ payment_method }))).toMatchObject({
    statusCode: 402,
    code: 'card_declined',
    decline_code: 'generic_decline',
  })
  expect((await stripe.customers.list()).data).toEqual([])
})

rule('a test token becomes the default source', 'api/customers/create#source', async ({ stripe }) => {
  const made = await stripe.customers.create({ source: 'tok_visa' })
  expect(made.default_source).toMatch(/^card_/)
  const found = await stripe.customers.retrieve(made.id, { expand: ['default_source', 'sources'] })
  const card = { object: 'card', brand: 'Visa', last4: '4242', customer: made.id }
  expect(found).toMatchObject({ default_source: card, sources: { data: [card] } })
})

rule('an unknown token is no source', 'api/customers/create#source', async ({ stripe, refusal }) => {
  expect(await refusal(stripe.customers.create({ source: 'tok_nope' }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    message: "No such token: 'tok_nope'",
    param: 'source',
  })
})

rule('the default payment method must be their own', 'api/customers/create', async (world) => {
  const { stripe, refusal } = world
  const param = 'invoice_settings[default_payment_method]'
  const { id } = await stripe.customers.create({ payment_method: 'pm_card_visa' })
  const [method] = (await stripe.customers.listPaymentMethods(id)).data
  const settings = { default_payment_method: String(method?.id) }
  const other = await stripe.customers.create()
  expect(await refusal(stripe.customers.update(other.id, { invoice_settings: settings }))).toMatchObject({
    statusCode: 400,
    param,
  })
  expect((await stripe.customers.update(id, { invoice_settings: settings })).invoice_settings).toMatchObject(
    settings,
  )
  const none = { default_payment_method: 'pm_nope' }
  expect(await refusal(stripe.customers.update(id, { invoice_settings: none }))).toMatchObject({
    code: 'resource_missing',
    message: "No such PaymentMethod: 'pm_nope'",
  })
})

rule('an e-mail address must look like one', 'api/customers/create#email', async ({ stripe, refusal }) => {
  for (const email of ['nope', 'a@b', 'a b@example.com']) {
    expect(await refusal(stripe.customers.create({ email }))).toMatchObject({
      statusCode: 400,
      code: 'email_invalid',
      param: 'email',
      message: `Invalid email address: ${email}`,
    })
  }
})

rule('an invoice prefix is theirs alone', 'invoicing/customer#invoice-prefix', async (world) => {
  const { stripe, refusal } = world
  for (const invoice_prefix of ['low', 'A-B', 'THIRTEENCHARS']) {
    expect((await refusal(stripe.customers.create({ invoice_prefix }))).message).toBe(
      'Invoice number prefix must be 1–12 uppercase letters or numbers.',
    )
  }
  const { id } = await stripe.customers.create({ invoice_prefix: 'ADA1' })
  expect(await refusal(stripe.customers.create({ invoice_prefix: 'ADA1' }))).toMatchObject({
    param: 'invoice_prefix',
    message: `This invoice number prefix is taken by customer: ${id}. Please enter a different prefix.`,
  })
  expect(await stripe.customers.update(id, { invoice_prefix: 'ADA1' })).toMatchObject({
    invoice_prefix: 'ADA1',
  })
})

rule('numbers continue from the sequence a customer was given', 'invoicing/customer', async (world) => {
  const { stripe, customer, open } = world
  const { id } = await customer({ invoice_prefix: 'ZEBRA', next_invoice_sequence: 7 })
  expect((await open(undefined, { customer: id })).number).toBe('ZEBRA-0007')
  expect(await stripe.customers.retrieve(id)).toMatchObject({ next_invoice_sequence: 8 })
})
