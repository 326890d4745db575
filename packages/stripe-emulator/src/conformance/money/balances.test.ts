import { expect } from 'vitest'
import { rule } from '../harness/rule'

const BALANCE = 'invoicing/customer/balance'

rule('credit lowers what is due, not the total', BALANCE, async ({ stripe, customer, open }) => {
  const { id } = await customer({ balance: -1000 })
  const invoice = await open(undefined, { customer: id })
  expect(invoice).toMatchObject({
    status: 'open',
    total: 3000,
    starting_balance: -1000,
    ending_balance: 0,
    amount_due: 2000,
    amount_remaining: 2000,
  })
  expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: 0 })
})

rule('a draft shows the credit without using it', BALANCE, async ({ stripe, customer, draft }) => {
  const { id } = await customer({ balance: -1000 })
  const invoice = await draft(undefined, { customer: id })
  expect(invoice).toMatchObject({ starting_balance: -1000, ending_balance: null, amount_due: 2000 })
  expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: -1000 })
})

rule(
  'credit that covers everything pays, and the rest is kept',
  BALANCE,
  async ({ stripe, customer, open }) => {
    const { id } = await customer({ balance: -5000 })
    const invoice = await open(undefined, { customer: id })
    expect(invoice).toMatchObject({ status: 'paid', attempted: true, amount_due: 0, amount_paid: 0 })
    expect(invoice).toMatchObject({ starting_balance: -5000, ending_balance: -2000 })
    expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: -2000 })
  },
)

rule('a debt is added to what is due', BALANCE, async ({ customer, open }) => {
  const { id } = await customer({ balance: 700 })
  const invoice = await open(undefined, { customer: id })
  expect(invoice).toMatchObject({ total: 3000, starting_balance: 700, amount_due: 3700, ending_balance: 0 })
})

rule(
  'a balance transaction records how much of the balance an invoice used',
  BALANCE,
  async ({ stripe, customer, open }) => {
    const { id } = await customer({ balance: -1000 })
    const invoice = await open(undefined, { customer: id })
    const [move] = (await stripe.customers.listBalanceTransactions(id, { limit: 1 })).data
    expect(move).toMatchObject({
      amount: 1000,
      ending_balance: 0,
      type: 'applied_to_invoice',
      invoice: invoice.id,
    })
  },
)

rule('a negative total pays itself and becomes credit', BALANCE, async ({ stripe, open }) => {
  const invoice = await open([{ amount: 500 }, { amount: -1200 }])
  expect(invoice).toMatchObject({ status: 'paid', subtotal: -700, total: -700, amount_due: 0 })
  expect(invoice).toMatchObject({ amount_paid: 0, amount_remaining: 0, ending_balance: -700 })
  expect(await stripe.customers.retrieve(String(invoice.customer))).toMatchObject({ balance: -700 })
})

rule('a negative total pays off a debt first', BALANCE, async ({ stripe, customer, open }) => {
  const { id } = await customer({ balance: 300 })
  const invoice = await open([{ amount: -700 }], { customer: id })
  expect(invoice).toMatchObject({ status: 'paid', starting_balance: 300, ending_balance: -400 })
  expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: -400 })
})

rule('a preview reckons with the balance and leaves it alone', BALANCE, async ({ stripe, customer }) => {
  const { id } = await customer({ balance: -400 })
  const preview = await stripe.invoices.createPreview({
    customer: id,
    invoice_items: [{ amount: 1000, currency: 'usd' }],
  })
  expect(preview).toMatchObject({ total: 1000, starting_balance: -400, amount_due: 600 })
  expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: -400 })
})
