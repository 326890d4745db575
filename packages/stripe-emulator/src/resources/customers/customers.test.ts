import { expect, test } from 'vitest'
import { draft } from '../../testing/bill'
import { eventTypes, refusal, start } from '../../testing/start'

const { stripe } = await start()

test('a new customer has the defaults that Stripe gives', async () => {
  const customer = await stripe.customers.create({ name: 'Ada' })
  expect(customer).toMatchObject({ balance: 0, currency: null, livemode: false, tax_exempt: 'none' })
  expect(customer).toMatchObject({ next_invoice_sequence: 1, preferred_locales: [], delinquent: false })
  expect(customer.id).toMatch(/^cus_\w{14}$/)
  expect(customer.invoice_prefix).toMatch(/^[A-Z0-9]{8}$/)
})

test('an address keeps the lines it was given and empties the rest; an empty value unsets it', async () => {
  const address = { line1: '1 High Street', city: 'London', country: 'GB' }
  const { id } = await stripe.customers.create({ name: 'Ada', address })
  const found = await stripe.customers.retrieve(id)
  expect(found).toMatchObject({ address: { ...address, line2: null, postal_code: null, state: null } })
  expect(await stripe.customers.update(id, { address: '', name: '' })).toMatchObject({
    address: null,
    name: null,
  })
})

test('bad e-mail addresses and prefixes are refused', async () => {
  expect(await refusal(stripe.customers.create({ email: 'nope' }))).toMatchObject({
    code: 'email_invalid',
    param: 'email',
    message: 'Invalid email address: nope',
  })
  expect((await refusal(stripe.customers.create({ invoice_prefix: 'low' }))).message).toBe(
    'Invoice number prefix must be 1–12 uppercase letters or numbers.',
  )
})

test('a draft follows its customer; a finalized invoice does not', async () => {
  const { id, customer } = await draft(stripe)
  await stripe.customers.update(String(customer), { name: 'Countess', email: 'countess@example.com' })
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ customer_name: 'Countess' })
  await stripe.invoices.finalizeInvoice(id)
  await stripe.customers.update(String(customer), { name: 'Somebody else', address: { city: 'Paris' } })
  expect(await stripe.invoices.retrieve(id)).toMatchObject({
    customer_name: 'Countess',
    customer_email: 'countess@example.com',
    customer_address: null,
  })
})

test('a deleted customer leaves a stub of three fields', async () => {
  const { id } = await stripe.customers.create({ name: 'Ada' })
  const stub = { id, object: 'customer', deleted: true }
  expect(await stripe.customers.del(id)).toEqual(stub)
  expect(await stripe.customers.retrieve(id)).toEqual(stub)
  expect((await refusal(stripe.customers.update(id, { name: 'x' }))).statusCode).toBe(404)
  expect((await eventTypes(stripe)).at(-1)).toBe('customer.deleted')
})

test('defaults for invoices come from the customer', async () => {
  const custom_fields = [{ name: 'PO', value: '42' }]
  const invoice_settings = { footer: 'Thank you', custom_fields }
  const { id } = await stripe.customers.create({ email: 'a@b.c', invoice_settings })
  expect(await stripe.invoices.create({ customer: id })).toMatchObject({ footer: 'Thank you', custom_fields })
})
