import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { summaryOf } from './summary'

const SECTION = 'invoicing/integration/workflow-transitions'

const FINALIZED = {
  status: 'draft',
  number: null,
  effective_at: null,
  ending_balance: null,
  hosted_invoice_url: null,
  invoice_pdf: null,
  rendering: { pdf: { page_size: 'auto' } },
  status_transitions: { finalized_at: null },
}

const PAID = {
  amount_paid: 0,
  amount_remaining: 3000,
  status: 'open',
  status_transitions: { paid_at: null },
}

rule('finalizing emits an event with the fields it set', SECTION, async ({ draft, eventsDuring, stripe }) => {
  const { id } = await draft()
  const events = await eventsDuring(() => stripe.invoices.finalizeInvoice(id))
  expect(summaryOf(events)).toEqual([
    ['payment_intent.created'],
    ['invoice.updated', FINALIZED],
    ['invoice.finalized'],
  ])
  expect(events[2]?.data.object).toMatchObject({ id, status: 'open' })
})

rule('an automatic draft may be finalized by hand', SECTION, async ({ draft, eventsDuring, stripe }) => {
  const { id, automatically_finalizes_at } = await draft(undefined, { auto_advance: true })
  expect(automatically_finalizes_at).not.toBeNull()
  const events = await eventsDuring(() => stripe.invoices.finalizeInvoice(id))
  expect(summaryOf(events)[1]).toEqual(['invoice.updated', { ...FINALIZED, automatically_finalizes_at }])
})

rule(
  'finalizing with nothing due emits finalized, paid and succeeded, and no intent',
  SECTION,
  async ({ draft, eventsDuring, stripe }) => {
    const { id } = await draft([])
    const events = await eventsDuring(() => stripe.invoices.finalizeInvoice(id))
    const paid = { attempted: false, status_transitions: { finalized_at: null, paid_at: null } }
    expect(summaryOf(events)).toEqual([
      ['invoice.updated', { ...FINALIZED, ...paid }],
      ['invoice.finalized'],
      ['invoice.paid'],
      ['invoice.payment_succeeded'],
    ])
  },
)

rule('credit of the customer is taken off before the invoice is finalized', SECTION, async (world) => {
  const { stripe, customer, draft, eventsDuring } = world
  const { id } = await customer({ balance: -1000 })
  const invoice = await draft(undefined, { customer: id })
  const events = await eventsDuring(() => stripe.invoices.finalizeInvoice(invoice.id))
  expect(events.map((event) => event.type)).toEqual([
    'payment_intent.created',
    'invoice.updated',
    'customer.updated',
    'invoice.finalized',
  ])
  expect(events[2]?.data).toMatchObject({
    object: { id, balance: 0 },
    previous_attributes: { balance: -1000 },
  })
})

rule('sending a draft finalizes it first', SECTION, async ({ draft, eventsDuring, stripe }) => {
  const { id } = await draft()
  expect(summaryOf(await eventsDuring(() => stripe.invoices.sendInvoice(id)))).toEqual([
    ['payment_intent.created'],
    ['invoice.updated', FINALIZED],
    ['invoice.finalized'],
    ['invoice.sent'],
  ])
})

rule('each sending emits an event, and changes nothing', SECTION, async ({ eventsDuring, open, stripe }) => {
  const { id } = await open()
  for (const time of [1, 2]) {
    const events = await eventsDuring(() => stripe.invoices.sendInvoice(id))
    expect([time, summaryOf(events)]).toEqual([time, [['invoice.sent']]])
  }
})

rule(
  'a card payment emits events with the fields it changed',
  SECTION,
  async ({ eventsDuring, open, stripe }) => {
    const { id } = await open()
    const events = await eventsDuring(() => stripe.invoices.pay(id, { payment_method: 'pm_card_visa' }))
    expect(summaryOf(events)).toEqual([
      ['charge.succeeded'],
      ['payment_intent.succeeded'],
      ['invoice.updated', { ...PAID, attempt_count: 0, attempted: false }],
      ['invoice.paid'],
      ['invoice.payment_succeeded'],
      ['invoice_payment.paid'],
    ])
  },
)

rule('the events of one payment belong together', SECTION, async ({ eventsDuring, open, stripe }) => {
  const { id, customer } = await open()
  const events = await eventsDuring(() => stripe.invoices.pay(id, { payment_method: 'pm_card_visa' }))
  const object = (type: string) => events.find((event) => event.type === type)?.data.object
  const [payment] = (await stripe.invoicePayments.list({ invoice: id })).data
  expect(object('charge.succeeded')).toMatchObject({ amount: 3000, paid: true, customer })
  expect(object('payment_intent.succeeded')).toMatchObject({
    id: payment?.payment.payment_intent,
    amount_received: 3000,
    status: 'succeeded',
  })
  expect(object('invoice.paid')).toMatchObject({ id, status: 'paid', amount_paid: 3000 })
  expect(object('invoice_payment.paid')).toMatchObject({ id: payment?.id, invoice: id, status: 'paid' })
})

rule('a declined card leaves its traces, and the invoice open', SECTION, async (world) => {
  const { id } = await world.open()
  const decline = { payment_method: 'pm_card_visa_chargeDeclined' }
  const pay = () => world.refusal(world.stripe.invoices.pay(id, decline))
  expect(summaryOf(await world.eventsDuring(pay))).toEqual([
    ['charge.failed'],
    ['payment_intent.payment_failed'],
    ['invoice.updated', { attempt_count: 0, attempted: false }],
    ['invoice.payment_failed'],
  ])
  expect(summaryOf(await world.eventsDuring(pay))).toEqual([
    ['charge.failed'],
    ['payment_intent.payment_failed'],
    ['invoice.payment_failed'],
  ])
})

rule(
  'an invoice paid outside Stripe emits paid, but no payment_succeeded',
  SECTION,
  async ({ eventsDuring, open, stripe }) => {
    const { id } = await open()
    const events = await eventsDuring(() => stripe.invoices.pay(id, { paid_out_of_band: true }))
    expect(summaryOf(events).slice(0, 2)).toEqual([['invoice.updated', PAID], ['invoice.paid']])
    const types = events.map((event) => event.type)
    expect(types).not.toContain('invoice.payment_succeeded')
    expect(types).not.toContain('charge.succeeded')
  },
)

rule('a paid invoice no longer advances by itself', SECTION, async ({ eventsDuring, open, stripe }) => {
  const { id } = await open(undefined, { auto_advance: true })
  const events = await eventsDuring(() => stripe.invoices.pay(id, { paid_out_of_band: true }))
  expect(summaryOf(events)[0]).toEqual(['invoice.updated', { ...PAID, auto_advance: true }])
})

rule(
  'voiding emits an event for the invoice, then for the intent it canceled',
  SECTION,
  async ({ eventsDuring, open, stripe }) => {
    const { id } = await open()
    const events = await eventsDuring(() => stripe.invoices.voidInvoice(id))
    expect(summaryOf(events)).toEqual([
      ['invoice.updated', { status: 'open', status_transitions: { voided_at: null } }],
      ['invoice.voided'],
      ['payment_intent.canceled'],
    ])
    expect(events[2]?.data.object).toMatchObject({ status: 'canceled', cancellation_reason: 'void_invoice' })
  },
)

rule(
  'marking an invoice uncollectible emits an event for the invoice only',
  SECTION,
  async ({ eventsDuring, open, stripe }) => {
    const { id } = await open()
    const events = await eventsDuring(() => stripe.invoices.markUncollectible(id))
    expect(events.map((event) => event.type)).toEqual(['invoice.updated', 'invoice.marked_uncollectible'])
    expect(events[0]?.data).toMatchObject({
      previous_attributes: { status: 'open', status_transitions: { marked_uncollectible_at: null } },
    })
    expect(events[1]?.data.object).toMatchObject({
      status: 'uncollectible',
      status_details: { uncollectible: { reason: 'user_forgiven' } },
    })
  },
)

rule('paying a draft finalizes it too', SECTION, async ({ draft, eventsDuring, stripe }) => {
  const { id } = await draft()
  const events = await eventsDuring(() => stripe.invoices.pay(id, { payment_method: 'pm_card_visa' }))
  const types = events.map((event) => event.type)
  expect(types.filter((type) => type !== 'invoice.updated').sort()).toEqual([
    'charge.succeeded',
    'invoice.finalized',
    'invoice.paid',
    'invoice.payment_succeeded',
    'invoice_payment.paid',
    'payment_intent.created',
    'payment_intent.succeeded',
  ])
})

rule(
  'only events of updates have previous attributes',
  'api/events/object',
  async ({ eventTypes, open, stripe }) => {
    const { id } = await open()
    await stripe.invoices.pay(id, { payment_method: 'pm_card_visa' })
    expect(await eventTypes()).toContain('invoice.paid')
    const since = Math.floor(Date.now() / 1000) - 60
    const { data } = await stripe.events.list({ created: { gte: since }, limit: 100 })
    const telling = data.filter((event) => event.data.previous_attributes !== undefined)
    expect(telling.every((event) => event.type.endsWith('.updated'))).toBe(true)
  },
)
