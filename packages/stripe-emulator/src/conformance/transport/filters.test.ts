import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'

const amounts = (page: { data: Stripe.InvoiceItem[] }) => page.data.map((item) => item.amount)

rule('created asks for one second, or for bounds', 'api/pagination', async ({ customer, stripe }) => {
  const email = `created-${Date.now()}@example.com`
  const { id, created } = await customer({ email })
  const found = async (when: Stripe.CustomerListParams['created']) =>
    (await stripe.customers.list({ email, created: when })).data.map((each) => each.id)
  expect(await found(created)).toEqual([id])
  expect(await found(created - 1)).toEqual([])
  expect(await found({ gte: created })).toEqual([id])
  expect(await found({ gt: created })).toEqual([])
  expect(await found({ lte: created })).toEqual([id])
  expect(await found({ lt: created })).toEqual([])
  expect(await found({ gt: created - 1, lt: created + 1 })).toEqual([id])
})

rule(
  'the e-mail of a customer is asked for letter by letter',
  'api/customers/list',
  async ({ customer, stripe }) => {
    const email = `Case-${Date.now()}@Example.com`
    const { id } = await customer({ email })
    expect((await stripe.customers.list({ email })).data.map((each) => each.id)).toEqual([id])
    expect((await stripe.customers.list({ email: email.toLowerCase() })).data).toEqual([])
  },
)

rule(
  'invoices are filtered by customer, status and collection method',
  'api/invoices/list',
  async (world) => {
    const { stripe, draft } = world
    const first = await draft()
    const customer = String(first.customer)
    const charged = await stripe.invoices.create({ customer, collection_method: 'charge_automatically' })
    const ids = async (more: Stripe.InvoiceListParams) =>
      (await stripe.invoices.list({ customer, ...more })).data.map((each) => each.id)
    expect(await ids({})).toEqual([charged.id, first.id])
    expect(await ids({ collection_method: 'send_invoice' })).toEqual([first.id])
    await stripe.invoices.finalizeInvoice(first.id)
    expect(await ids({ status: 'draft' })).toEqual([charged.id])
    expect(await ids({ status: 'open' })).toEqual([first.id])
    expect(await ids({ status: 'paid' })).toEqual([])
  },
)

rule('invoices are filtered by due date', 'api/invoices/list', async ({ draft, stripe }) => {
  const { id, customer, due_date: due } = await draft()
  const ids = async (due_date: Stripe.InvoiceListParams['due_date']) =>
    (await stripe.invoices.list({ customer: String(customer), due_date })).data.map((each) => each.id)
  expect(due).not.toBeNull()
  expect(await ids({ lte: due ?? 0 })).toEqual([id])
  expect(await ids({ lt: due ?? 0 })).toEqual([])
})

rule('items are filtered by pending and by invoice', 'api/invoiceitems/list', async ({ draft, stripe }) => {
  const { id: invoice, customer: owner } = await draft([{ amount: 7 }])
  const customer = String(owner)
  await stripe.invoiceItems.create({ customer, amount: 5, currency: 'usd' })
  const list = async (more: Stripe.InvoiceItemListParams) =>
    amounts(await stripe.invoiceItems.list({ customer, ...more }))
  expect(await list({ pending: true })).toEqual([5])
  expect(await list({ pending: false })).toEqual([7])
  expect(await list({ invoice })).toEqual([7])
})
