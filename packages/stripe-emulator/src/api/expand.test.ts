import { expect, test } from 'vitest'
import { draft, open } from '../testing/bill'
import { refusal, start } from '../testing/start'

const { stripe } = await start()

test('ids become objects, four levels down', async () => {
  const invoice = await open(stripe)
  const expanded = await stripe.invoices.retrieve(invoice.id, {
    expand: ['customer', 'payments.data.payment.payment_intent'],
  })
  expect(expanded.customer).toMatchObject({ object: 'customer', email: 'ada@example.com' })
  expect(expanded.payments?.data[0]?.payment.payment_intent).toMatchObject({
    status: 'requires_payment_method',
  })
})

test('payments and the confirmation secret appear only when asked for', async () => {
  const invoice = await open(stripe)
  expect(invoice).not.toHaveProperty('payments')
  expect(invoice).not.toHaveProperty('confirmation_secret')
  const expanded = await stripe.invoices.retrieve(invoice.id, { expand: ['confirmation_secret'] })
  expect(expanded.confirmation_secret?.client_secret).toMatch(/^pi_\w+_secret_\w+$/)
})

test('a draft waits for no payment', async () => {
  const { id } = await draft(stripe)
  const expanded = await stripe.invoices.retrieve(id, { expand: ['confirmation_secret', 'payments'] })
  expect(expanded.confirmation_secret).toBeNull()
  expect(expanded.payments?.data).toEqual([])
})

test('a deleted customer expands to its stub', async () => {
  const invoice = await open(stripe)
  const id = String(invoice.customer)
  await stripe.customers.del(id)
  const expanded = await stripe.invoices.retrieve(invoice.id, { expand: ['customer'] })
  expect(expanded.customer).toEqual({ id, object: 'customer', deleted: true })
})

test.each([
  ['metadata', 'This property cannot be expanded (metadata).'],
  ['nope', 'This property cannot be expanded (nope).'],
  ['number', 'This property cannot be expanded (number).'],
])('expanding %s is refused', async (path, message) => {
  const { id } = await draft(stripe)
  expect((await refusal(stripe.invoices.retrieve(id, { expand: [path] }))).message).toBe(message)
})

test('paths into lists begin with "data.", and have a limited depth', async () => {
  expect((await refusal(stripe.invoices.list({ expand: ['customer'] }))).message).toBe(
    "This property cannot be expanded (customer). You may want to try expanding 'data.customer' instead.",
  )
  const page = await stripe.invoices.list({ limit: 1, expand: ['data.customer'] })
  expect(page.data[0]?.customer).toMatchObject({ object: 'customer' })
  const deep = await refusal(stripe.invoices.list({ expand: ['data.a.b.c.d'] }))
  expect(deep.code).toBe('property_expansion_max_depth')
})
