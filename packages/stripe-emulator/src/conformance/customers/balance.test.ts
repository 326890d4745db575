import { expect } from 'vitest'
import { rule } from '../harness/rule'

rule('a balance at the start is noted as initial', 'billing/customer/balance', async (world) => {
  const { stripe, customer } = world
  const { id, balance, currency } = await customer({ balance: -500 })
  expect(balance).toBe(-500)
  expect((await stripe.customers.listBalanceTransactions(id)).data).toMatchObject([
    { type: 'initial', amount: -500, ending_balance: -500, currency, customer: id, invoice: null },
  ])
})

rule('a balance that is set is noted as adjusted', 'billing/customer/balance', async (world) => {
  const { stripe, customer, eventsDuring } = world
  const { id } = await customer({ balance: -500 })
  const [event] = await eventsDuring(() => stripe.customers.update(id, { balance: 200 }))
  expect(event).toMatchObject({ type: 'customer.updated', data: { previous_attributes: { balance: -500 } } })
  const [newest] = (await stripe.customers.listBalanceTransactions(id)).data
  expect(newest).toMatchObject({ type: 'adjustment', amount: 700, ending_balance: 200 })
})

rule('a transaction moves the balance', 'api/customer_balance_transactions/create', async (world) => {
  const { stripe, customer, eventsDuring } = world
  const { id } = await customer()
  const events = await eventsDuring(async () => {
    const move = await stripe.customers.createBalanceTransaction(id, {
      amount: -1000,
      currency: 'usd',
      description: 'Goodwill',
      metadata: { ticket: '9' },
    })
    expect(move.id).toMatch(/^cbtxn_/)
    expect(move).toMatchObject({
      object: 'customer_balance_transaction',
      amount: -1000,
      credit_note: null,
      currency: 'usd',
      customer: id,
      description: 'Goodwill',
      ending_balance: -1000,
      invoice: null,
      metadata: { ticket: '9' },
      type: 'adjustment',
    })
  })
  expect(events.map(({ type }) => type)).toEqual(['customer.updated'])
  expect(events[0]?.data.previous_attributes).toEqual({ balance: 0, currency: null })
  const found = await stripe.customers.retrieve(id, { expand: ['invoice_credit_balance'] })
  expect(found).toMatchObject({ balance: -1000, currency: 'usd', invoice_credit_balance: { usd: 1000 } })
})

rule(
  'a transaction keeps to the currency of its customer',
  'api/customer_balance_transactions/create',
  async (world) => {
    const { stripe, customer, refusal } = world
    const { id } = await customer()
    await stripe.customers.createBalanceTransaction(id, { amount: -1000, currency: 'usd' })
    const other = stripe.customers.createBalanceTransaction(id, { amount: -1000, currency: 'eur' })
    expect(await refusal(other)).toMatchObject({ statusCode: 400, param: 'currency' })
  },
)

rule(
  'only words of a transaction can be changed',
  'api/customer_balance_transactions/update',
  async (world) => {
    const { stripe, customer, refusal } = world
    const { id } = await customer()
    const move = await stripe.customers.createBalanceTransaction(id, { amount: 5, currency: 'usd' })
    const changed = await stripe.customers.updateBalanceTransaction(id, move.id, {
      description: 'A fee',
      metadata: { a: 'b' },
    })
    expect(changed).toEqual({ ...changed, ...move, description: 'A fee', metadata: { a: 'b' } })
    expect(await stripe.customers.retrieveBalanceTransaction(id, move.id)).toMatchObject({
      description: 'A fee',
    })
    const answer = await refusal(stripe.customers.retrieveBalanceTransaction(id, 'cbtxn_nope'))
    expect(answer).toMatchObject({ statusCode: 404, code: 'resource_missing' })
  },
)

rule('transactions belong to one customer', 'api/customer_balance_transactions/retrieve', async (world) => {
  const { stripe, customer, refusal } = world
  const { id } = await customer({ balance: 10 })
  const [move] = (await stripe.customers.listBalanceTransactions(id)).data
  const other = await customer()
  expect((await stripe.customers.listBalanceTransactions(other.id)).data).toEqual([])
  const asked = stripe.customers.retrieveBalanceTransaction(other.id, String(move?.id))
  expect((await refusal(asked)).statusCode).toBe(404)
})

rule('credit is spent on the next invoice', 'billing/customer/balance', async (world) => {
  const { stripe, customer, open } = world
  const { id } = await customer({ balance: -1000 })
  const invoice = await open(undefined, { customer: id })
  expect(invoice).toMatchObject({ starting_balance: -1000, ending_balance: 0, amount_due: 2000 })
  const { data } = await stripe.customers.listBalanceTransactions(id, { invoice: invoice.id })
  expect(data).toMatchObject([{ type: 'applied_to_invoice', amount: 1000, ending_balance: 0 }])
})
