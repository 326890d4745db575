import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { advancing, CHARGED, clocked, DAY, HOUR, START } from './clocked'

const RETRIES = 'billing/revenue-recovery/smart-retries'
const DUE = 'invoicing/overview'

rule('an automatic charge without a payment method fails, and is tried again', RETRIES, async (world) => {
  const { clock, customer } = await clocked(world)
  const { id } = await advancing(world, customer, CHARGED)
  await world.advance(clock, START + 2 * HOUR)
  const invoice = await world.stripe.invoices.retrieve(id)
  expect(invoice).toMatchObject({ status: 'open', attempt_count: 1, attempted: true, auto_advance: true })
  expect(invoice.next_payment_attempt).toBeGreaterThan(START + 2 * HOUR)
  expect((await world.eventsOf(id)).map(({ type }) => type)).toContain('invoice.payment_failed')
})

rule('a card that is declined is charged again on its day', RETRIES, async (world) => {
  const { clock, customer } = await clocked(world, 'pm_card_chargeCustomerFail')
  const { id } = await advancing(world, customer, CHARGED)
  await world.advance(clock, START + 2 * HOUR)
  const first = await world.stripe.invoices.retrieve(id)
  expect(first).toMatchObject({ status: 'open', attempt_count: 1 })
  await world.advance(clock, (first.next_payment_attempt ?? 0) + HOUR)
  expect(await world.stripe.invoices.retrieve(id)).toMatchObject({ status: 'open', attempt_count: 2 })
})

rule('no charge is tried again after two weeks', RETRIES, async (world) => {
  const { clock, customer } = await clocked(world, 'pm_card_chargeCustomerFail')
  const { id } = await advancing(world, customer, CHARGED)
  await world.advance(clock, START + 30 * DAY)
  expect(await world.stripe.invoices.retrieve(id)).toMatchObject({
    amount_remaining: 3000,
    attempt_count: 8,
    next_payment_attempt: null,
    status: 'open',
  })
})

rule('a replaced card pays at the next try', RETRIES, async (world) => {
  const { clock, customer } = await clocked(world, 'pm_card_chargeCustomerFail')
  const { id } = await advancing(world, customer, CHARGED)
  await world.advance(clock, START + 2 * HOUR)
  const card = await world.stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  const invoice_settings = { default_payment_method: card.id }
  await world.stripe.customers.update(customer.id, { invoice_settings })
  await world.advance(clock, START + 20 * DAY)
  expect(await world.stripe.invoices.retrieve(id)).toMatchObject({ status: 'paid', attempt_count: 2 })
})

rule(
  'a failed charge makes the customer delinquent until the next payment',
  'api/customers/object',
  async (world) => {
    const { clock, customer } = await clocked(world, 'pm_card_chargeCustomerFail')
    const { id } = await advancing(world, customer, CHARGED)
    await world.advance(clock, START + 2 * HOUR)
    expect(await world.stripe.customers.retrieve(customer.id)).toMatchObject({ delinquent: true })
    await world.stripe.invoices.pay(id, { payment_method: 'pm_card_visa' })
    expect(await world.stripe.customers.retrieve(customer.id)).toMatchObject({ delinquent: false })
  },
)

rule('an unpaid invoice makes its customer delinquent on its due date', DUE, async (world) => {
  const { clock, customer } = await clocked(world)
  const { id } = await advancing(world, customer, { days_until_due: 10 })
  await world.advance(clock, START + 9 * DAY)
  expect(await world.stripe.customers.retrieve(customer.id)).toMatchObject({ delinquent: false })
  await world.advance(clock, START + 11 * DAY)
  expect(await world.stripe.customers.retrieve(customer.id)).toMatchObject({ delinquent: true })
  expect(await world.stripe.invoices.retrieve(id)).toMatchObject({
    attempt_count: 0,
    attempted: false,
    next_payment_attempt: null,
    status: 'open',
  })
})

rule('the due date changes nothing of the invoice', DUE, async (world) => {
  const { clock, customer } = await clocked(world)
  const { id } = await advancing(world, customer, { days_until_due: 10 })
  await world.advance(clock, START + 2 * HOUR)
  const before = (await world.eventsOf(id)).length
  await world.advance(clock, START + 20 * DAY)
  expect((await world.eventsOf(id)).length).toBe(before)
  const [last] = (await world.eventsOf(customer.id)).slice(-1)
  expect(last).toMatchObject({
    type: 'customer.updated',
    data: { previous_attributes: { delinquent: false } },
  })
})

rule('an invoice paid in time makes nobody delinquent', DUE, async (world) => {
  const { clock, customer } = await clocked(world)
  const { id } = await advancing(world, customer, { days_until_due: 10 })
  await world.advance(clock, START + 2 * HOUR)
  await world.stripe.invoices.pay(id, { paid_out_of_band: true })
  await world.advance(clock, START + 20 * DAY)
  expect(await world.stripe.customers.retrieve(customer.id)).toMatchObject({ delinquent: false })
})

rule('an invoice finalized by hand falls due as well', DUE, async (world) => {
  const { clock, customer } = await clocked(world)
  const invoice = await world.open(undefined, { customer: customer.id, days_until_due: 5 })
  expect(invoice.due_date).toBe(START + 5 * DAY)
  await world.advance(clock, START + 6 * DAY)
  expect(await world.stripe.customers.retrieve(customer.id)).toMatchObject({ delinquent: true })
})
