import { expect } from 'vitest'
import { rule } from '../harness/rule'

const SECTION = 'expand'

rule('an id becomes its object when asked, and stays an id when not', SECTION, async ({ draft, stripe }) => {
  const { id, customer } = await draft()
  expect(customer).toMatch(/^cus_/)
  const expanded = await stripe.invoices.retrieve(id, { expand: ['customer'] })
  expect(expanded.customer).toMatchObject({ id: customer, object: 'customer', name: 'Ada Lovelace' })
})

rule('creating and updating calls expand their answers too', SECTION, async ({ customer, stripe }) => {
  const { id } = await customer()
  const made = await stripe.invoices.create({ customer: id, expand: ['customer'] })
  expect(made.customer).toMatchObject({ id, object: 'customer' })
  const changed = await stripe.invoices.update(made.id, { description: 'x', expand: ['customer'] })
  expect(changed.customer).toMatchObject({ id, object: 'customer' })
})

rule('two levels reach the default payment method of a customer', SECTION, async ({ customer, stripe }) => {
  const { id } = await customer()
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: id })
  await stripe.customers.update(id, { invoice_settings: { default_payment_method: method.id } })
  const expanded = await stripe.customers.retrieve(id, {
    expand: ['invoice_settings.default_payment_method'],
  })
  expect(expanded).toMatchObject({
    invoice_settings: { default_payment_method: { id: method.id, object: 'payment_method' } },
  })
})

rule('three levels reach the payment intent of a charge of a payment', SECTION, async ({ open, stripe }) => {
  const { id } = await open()
  await stripe.invoices.pay(id, { payment_method: 'pm_card_visa' })
  const [payment] = (await stripe.invoicePayments.list({ invoice: id })).data
  const expanded = await stripe.invoicePayments.retrieve(payment?.id ?? '', {
    expand: ['payment.payment_intent.latest_charge'],
  })
  expect(expanded.payment.payment_intent).toMatchObject({
    object: 'payment_intent',
    latest_charge: { object: 'charge', paid: true },
  })
})

rule('four levels reach the intent that an invoice waits for', SECTION, async ({ open, stripe }) => {
  const { id } = await open()
  const expanded = await stripe.invoices.retrieve(id, { expand: ['payments.data.payment.payment_intent'] })
  expect(expanded.payments?.data[0]?.payment.payment_intent).toMatchObject({
    object: 'payment_intent',
    status: 'requires_payment_method',
    amount: 3000,
  })
})

rule(
  'five levels are too many, and the data of a list is one of them',
  SECTION,
  async ({ draft, refusal, stripe }) => {
    const { id } = await draft()
    const path = 'payments.data.payment.payment_intent.customer'
    expect(await refusal(stripe.invoices.retrieve(id, { expand: [path] }))).toMatchObject({
      statusCode: 400,
      code: 'property_expansion_max_depth',
      message: `You cannot expand more than 4 levels of a property. Property: ${path}`,
    })
    const inList = 'data.payments.data.payment.payment_intent'
    expect((await refusal(stripe.invoices.list({ expand: [inList] }))).message).toBe(
      `You cannot expand more than 4 levels of a property. Property: ${inList}`,
    )
  },
)

rule('several paths may be expanded at once, one within another', SECTION, async ({ open, stripe }) => {
  const { id, customer } = await open()
  const expand = ['payments', 'payments.data.payment.payment_intent', 'customer']
  const expanded = await stripe.invoices.retrieve(id, { expand })
  expect(expanded.customer).toMatchObject({ id: customer })
  expect(expanded.payments?.data[0]?.payment.payment_intent).toMatchObject({ object: 'payment_intent' })
})

rule('some fields are there only when asked for', 'api/invoices/object', async ({ open, stripe }) => {
  const invoice = await open()
  expect(invoice).not.toHaveProperty('payments')
  expect(invoice).not.toHaveProperty('confirmation_secret')
  const expanded = await stripe.invoices.retrieve(invoice.id, { expand: ['payments', 'confirmation_secret'] })
  expect(expanded.payments).toMatchObject({ object: 'list', has_more: false })
  expect(expanded.confirmation_secret).toEqual({
    client_secret: expect.stringMatching(/^pi_\w+_secret_\w+$/),
    type: 'payment_intent',
  })
})

rule('a draft has nothing to confirm and no payments', 'api/invoices/object', async ({ draft, stripe }) => {
  const { id } = await draft()
  const expanded = await stripe.invoices.retrieve(id, { expand: ['payments', 'confirmation_secret'] })
  expect(expanded.confirmation_secret).toBeNull()
  expect(expanded.payments?.data).toEqual([])
})

rule('a field that is null stays null when expanded', SECTION, async ({ customer, draft, stripe }) => {
  const { id } = await draft()
  const expand = ['default_payment_method', 'latest_revision']
  expect(await stripe.invoices.retrieve(id, { expand })).toMatchObject({
    default_payment_method: null,
    latest_revision: null,
  })
  const { id: client } = await customer()
  const path = 'invoice_settings.default_payment_method'
  expect(await stripe.customers.retrieve(client, { expand: [path] })).toMatchObject({
    invoice_settings: { default_payment_method: null },
  })
})

rule('a deleted customer is expanded to what is left of it', SECTION, async ({ open, stripe }) => {
  const { id, customer } = await open()
  await stripe.customers.del(String(customer))
  const expanded = await stripe.invoices.retrieve(id, { expand: ['customer'] })
  expect(expanded.customer).toEqual({ id: customer, object: 'customer', deleted: true })
})

rule('every object of a list is expanded', SECTION, async ({ draft, stripe }) => {
  const { customer } = await draft()
  await stripe.invoices.create({ customer: String(customer) })
  const page = await stripe.invoices.list({ customer: String(customer), expand: ['data.customer'] })
  expect(page.data.map((invoice) => invoice.customer)).toEqual([
    expect.objectContaining({ object: 'customer' }),
    expect.objectContaining({ object: 'customer' }),
  ])
})

rule('a list wants "data." in front', SECTION, async ({ refusal, stripe }) => {
  for (const word of ['customer', 'sandwich']) {
    expect(await refusal(stripe.invoices.list({ expand: [word] }))).toMatchObject({
      statusCode: 400,
      code: undefined,
      message: `This property cannot be expanded (${word}). You may want to try expanding 'data.${word}' instead.`,
    })
  }
  expect((await stripe.invoices.list({ expand: ['data'], limit: 1 })).object).toBe('list')
})

rule('a nested list wants "data." too', SECTION, async ({ draft, refusal, stripe }) => {
  const { id } = await draft()
  const expanded = await stripe.invoices.retrieve(id, { expand: ['lines.data.discounts'] })
  expect(expanded.lines.data[0]?.discounts).toEqual([])
  expect((await refusal(stripe.invoices.retrieve(id, { expand: ['lines.discounts'] }))).statusCode).toBe(400)
})

rule('plain fields and unknown words cannot be expanded', SECTION, async ({ draft, refusal, stripe }) => {
  const { id } = await draft()
  for (const word of ['metadata', 'number', 'sandwich']) {
    expect(await refusal(stripe.invoices.retrieve(id, { expand: [word] }))).toMatchObject({
      statusCode: 400,
      code: undefined,
      message: `This property cannot be expanded (${word}).`,
    })
  }
})

rule('the whole path is named when its end is wrong', SECTION, async ({ customer, refusal, stripe }) => {
  const { id } = await customer()
  const error = await refusal(stripe.customers.retrieve(id, { expand: ['invoice_settings.sandwich'] }))
  expect(error.message).toBe('This property cannot be expanded (invoice_settings.sandwich).')
})

rule('a call with an invalid expand path does nothing', SECTION, async ({ refusal, stripe }) => {
  const email = `expand-${Date.now()}@example.com`
  await refusal(stripe.customers.create({ email, expand: ['sandwich'] }))
  expect((await stripe.customers.list({ email })).data).toEqual([])
})

rule('discounts are expanded where they stand, down to their coupon', SECTION, async ({ draft, stripe }) => {
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'once' })
  const { id } = await draft([{ amount: 1000 }], { discounts: [{ coupon: coupon.id }] })
  const expanded = await stripe.invoices.retrieve(id, { expand: ['discounts.source.coupon'] })
  expect(expanded.discounts).toMatchObject([
    { object: 'discount', source: { type: 'coupon', coupon: { id: coupon.id, percent_off: 10 } } },
  ])
  const amounts = await stripe.invoices.retrieve(id, { expand: ['total_discount_amounts.discount'] })
  expect(amounts.total_discount_amounts).toMatchObject([{ amount: 100, discount: { object: 'discount' } }])
})

rule('the price of a line is expanded in place', SECTION, async ({ draft, stripe }) => {
  const { id } = await draft()
  const expand = ['data.pricing.price_details.price']
  const page = await stripe.invoices.listLineItems(id, { expand })
  expect(page.data[0]?.pricing?.price_details?.price).toMatchObject({ object: 'price', unit_amount: 1500 })
})
