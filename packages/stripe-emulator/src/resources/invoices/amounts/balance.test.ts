import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { CONSULTING, draft } from '../../../testing/bill'
import { eventTypes, start } from '../../../testing/start'

const { stripe } = await start()

async function finalizeWithBalance(balance: number, lines: Stripe.InvoiceAddLinesParams.Line[]) {
  const made = await draft(stripe, lines)
  const id = String(made.customer)
  await stripe.customers.update(id, { balance })
  const seen = await stripe.invoices.retrieve(made.id)
  const invoice = await stripe.invoices.finalizeInvoice(made.id)
  const customer = await stripe.customers.retrieve(id)
  return { seen, invoice, balance: customer.deleted ? undefined : customer.balance }
}

test('credit is taken off, and what it does not cover is due', async () => {
  const { seen, invoice, balance } = await finalizeWithBalance(-1000, CONSULTING)
  expect(seen).toMatchObject({ starting_balance: -1000, ending_balance: null, amount_due: 2000 })
  expect(invoice).toMatchObject({
    status: 'open',
    total: 3000,
    starting_balance: -1000,
    ending_balance: 0,
    amount_due: 2000,
  })
  expect(balance).toBe(0)
})

test('credit that covers everything pays the invoice and keeps the rest', async () => {
  const { invoice, balance } = await finalizeWithBalance(-5000, CONSULTING)
  expect(invoice).toMatchObject({ status: 'paid', amount_due: 0, ending_balance: -2000, attempt_count: 0 })
  expect(balance).toBe(-2000)
})

test('a debt is added', async () => {
  const { invoice, balance } = await finalizeWithBalance(500, CONSULTING)
  expect(invoice).toMatchObject({ status: 'open', amount_due: 3500, ending_balance: 0 })
  expect(balance).toBe(0)
})

test('a negative total pays itself and becomes credit', async () => {
  const { invoice, balance } = await finalizeWithBalance(0, [{ amount: -700 }])
  expect(invoice).toMatchObject({ status: 'paid', total: -700, amount_due: 0, ending_balance: -700 })
  expect(balance).toBe(-700)
})

test('less than the smallest charge is paid, and owed by the next invoice', async () => {
  const { invoice, balance } = await finalizeWithBalance(0, [{ amount: 40 }])
  expect(invoice).toMatchObject({
    status: 'paid',
    total: 40,
    amount_due: 0,
    amount_paid: 0,
    ending_balance: 40,
  })
  expect(balance).toBe(40)
  expect((await eventTypes(stripe)).slice(-5)).toEqual([
    'invoice.updated',
    'customer.updated',
    'invoice.finalized',
    'invoice.paid',
    'invoice.payment_succeeded',
  ])
})

test('an invoice of zero is paid, attempted, never tried, and uses up a number', async () => {
  const { invoice } = await finalizeWithBalance(0, [])
  expect(invoice).toMatchObject({ status: 'paid', attempted: true, attempt_count: 0, amount_paid: 0 })
  expect(invoice.status_transitions.paid_at).toBe(invoice.status_transitions.finalized_at)
  const expanded = await stripe.invoices.retrieve(invoice.id, { expand: ['payments'] })
  expect(expanded.payments?.data).toEqual([])
})

test('numbers count up with every finalization of a customer', async () => {
  const customer = await stripe.customers.create({
    email: 'a@b.c',
    invoice_prefix: 'ACME',
    next_invoice_sequence: 7,
  })
  const numbers: (string | null)[] = []
  for (let count = 0; count < 3; count++) {
    const { id } = await stripe.invoices.create({ customer: customer.id })
    numbers.push((await stripe.invoices.finalizeInvoice(id)).number)
  }
  expect(numbers).toEqual(['ACME-0007', 'ACME-0008', 'ACME-0009'])
})
