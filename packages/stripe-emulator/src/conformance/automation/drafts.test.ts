import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { advancing, CHARGED, clocked, DAY, HOUR, START } from './clocked'

const SECTION = 'invoicing/integration/automatic-advancement-collection'

rule('a draft that advances is finalized and sent an hour later', SECTION, async (world) => {
  const { clock, customer } = await clocked(world)
  const draft = await advancing(world, customer)
  expect(draft).toMatchObject({ automatically_finalizes_at: START + HOUR + 1, next_payment_attempt: null })
  await world.advance(clock, START + 2 * HOUR)
  const invoice = await world.stripe.invoices.retrieve(draft.id)
  expect(invoice).toMatchObject({ status: 'open', auto_advance: true, automatically_finalizes_at: null })
  expect(invoice.status_transitions.finalized_at).toBe(START + HOUR + 1)
  const types = (await world.eventsOf(draft.id)).map(({ type }) => type)
  expect(types.slice(-3)).toEqual(['invoice.updated', 'invoice.finalized', 'invoice.sent'])
})

rule('a draft stays a draft until its hour has passed', SECTION, async (world) => {
  const { clock, customer } = await clocked(world)
  const { id } = await advancing(world, customer)
  await world.advance(clock, START + HOUR - 60)
  expect((await world.stripe.invoices.retrieve(id)).status).toBe('draft')
})

rule('a draft that does not advance stays one', SECTION, async (world) => {
  const { clock, customer } = await clocked(world)
  const { id } = await world.draft(undefined, { customer: customer.id })
  await world.advance(clock, START + 30 * DAY)
  expect(await world.stripe.invoices.retrieve(id)).toMatchObject({ status: 'draft', auto_advance: false })
})

rule('a draft may be stopped before its hour', SECTION, async (world) => {
  const { clock, customer } = await clocked(world)
  const { id } = await advancing(world, customer)
  await world.stripe.invoices.update(id, { auto_advance: false })
  await world.advance(clock, START + DAY)
  expect((await world.stripe.invoices.retrieve(id)).status).toBe('draft')
})

rule('a draft may be given another time', 'invoicing/scheduled-finalization', async (world) => {
  const { clock, customer } = await clocked(world)
  const automatically_finalizes_at = START + 10 * DAY
  const { id } = await advancing(world, customer, { automatically_finalizes_at, days_until_due: 60 })
  await world.advance(clock, START + 9 * DAY)
  expect((await world.stripe.invoices.retrieve(id)).status).toBe('draft')
  await world.advance(clock, START + 11 * DAY)
  const invoice = await world.stripe.invoices.retrieve(id)
  expect(invoice.status_transitions.finalized_at).toBe(automatically_finalizes_at)
})

rule('events of automatic work name no request', 'api/events/object', async (world) => {
  const { clock, customer } = await clocked(world)
  const { id } = await advancing(world, customer)
  await world.advance(clock, START + 2 * HOUR)
  const finalized = (await world.eventsOf(id)).find(({ type }) => type === 'invoice.finalized')
  expect(finalized?.request).toEqual({ id: null, idempotency_key: null })
})

rule('a draft that asks for nothing is paid by itself, and not sent', SECTION, async (world) => {
  const { clock, customer } = await clocked(world)
  const { id } = await world.draft([], { customer: customer.id, auto_advance: true })
  await world.advance(clock, START + 2 * HOUR)
  expect(await world.stripe.invoices.retrieve(id)).toMatchObject({ status: 'paid', attempted: true })
  expect((await world.eventsOf(id)).map(({ type }) => type)).not.toContain('invoice.sent')
})

rule('a draft to be charged is finalized and paid by the customer’s card', SECTION, async (world) => {
  const { clock, customer } = await clocked(world, 'pm_card_visa')
  const draft = await advancing(world, customer, CHARGED)
  expect(draft.next_payment_attempt).toBe(START + HOUR)
  await world.advance(clock, START + 2 * HOUR)
  const invoice = await world.stripe.invoices.retrieve(draft.id)
  expect(invoice).toMatchObject({
    amount_paid: 3000,
    attempt_count: 1,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'paid',
  })
})

rule(
  'a draft whose tax cannot be worked out stays one and says why',
  'invoicing/integration/workflow-transitions',
  async (world) => {
    const { clock, customer } = await clocked(world)
    const { id } = await advancing(world, customer, { automatic_tax: { enabled: true } })
    await world.advance(clock, START + 2 * HOUR)
    const invoice = await world.stripe.invoices.retrieve(id)
    expect(invoice).toMatchObject({
      status: 'draft',
      last_finalization_error: { code: 'customer_tax_location_invalid', type: 'invalid_request_error' },
    })
    const types = (await world.eventsOf(id)).map(({ type }) => type)
    expect(types).toContain('invoice.finalization_failed')
    expect(types).not.toContain('invoice.finalized')
  },
)
