import { expect } from 'vitest'
import { rule } from '../harness/rule'

rule('a negative total pays itself and becomes credit', 'invoicing/customer/balance', async (world) => {
  const { id } = await world.customer()
  const draft = await world.draft([{ amount: -700 }], { customer: id })
  expect(await world.stripe.invoices.finalizeInvoice(draft.id)).toMatchObject({
    status: 'paid',
    total: -700,
    amount_due: 0,
    ending_balance: -700,
  })
  expect(await world.stripe.customers.retrieve(id)).toMatchObject({ balance: -700 })
})

rule('credit is taken off what is due', 'invoicing/customer/balance', async ({ customer, draft, stripe }) => {
  const { id } = await customer({ balance: -1000 })
  const invoice = await draft(undefined, { customer: id })
  expect(invoice).toMatchObject({
    starting_balance: -1000,
    ending_balance: null,
    total: 3000,
    amount_due: 2000,
  })
  expect(await stripe.invoices.finalizeInvoice(invoice.id)).toMatchObject({
    status: 'open',
    total: 3000,
    amount_due: 2000,
    amount_remaining: 2000,
    starting_balance: -1000,
    ending_balance: 0,
  })
  expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: 0 })
})

rule(
  'credit that covers everything pays the invoice',
  'invoicing/customer/balance',
  async ({ customer, draft, stripe }) => {
    const { id } = await customer({ balance: -5000 })
    const invoice = await draft(undefined, { customer: id })
    expect(await stripe.invoices.finalizeInvoice(invoice.id)).toMatchObject({
      status: 'paid',
      amount_due: 0,
      amount_paid: 0,
      ending_balance: -2000,
    })
    expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: -2000 })
  },
)

rule(
  'an old debt is added to what is due',
  'invoicing/customer/balance',
  async ({ customer, draft, stripe }) => {
    const { id } = await customer({ balance: 500 })
    const invoice = await draft(undefined, { customer: id })
    expect(await stripe.invoices.finalizeInvoice(invoice.id)).toMatchObject({
      amount_due: 3500,
      ending_balance: 0,
    })
    expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: 0 })
  },
)

rule('too little to charge is paid, and owed with the next invoice', 'currencies', async (world) => {
  const { id } = await world.customer()
  const draft = await world.draft([{ amount: 40 }], { customer: id })
  expect(await world.stripe.invoices.finalizeInvoice(draft.id)).toMatchObject({
    status: 'paid',
    total: 40,
    amount_due: 0,
    ending_balance: 40,
  })
  expect(await world.stripe.customers.retrieve(id)).toMatchObject({ balance: 40 })
  const next = await world.draft([{ amount: 1000 }], { customer: id })
  expect(next).toMatchObject({ starting_balance: 40, amount_due: 1040 })
})
