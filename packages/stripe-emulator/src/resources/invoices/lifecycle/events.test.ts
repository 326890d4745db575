import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { customer, draft, open } from '../../../testing/bill'
import { start } from '../../../testing/start'

/** The events a piece of work adds, oldest first. */
async function eventsOf(stripe: Stripe, work: () => Promise<unknown>) {
  const [last] = (await stripe.events.list({ limit: 1 })).data
  await work()
  const fresh = await stripe.events.list({ limit: 100, ...(last ? { ending_before: last.id } : {}) })
  return fresh.data.toReversed()
}

const typesOf = (events: Stripe.Event[]) => events.map((event) => event.type)

test('finalizing emits an event with the fields it set', async () => {
  const { stripe } = await start()
  const { id } = await draft(stripe)
  const events = await eventsOf(stripe, () => stripe.invoices.finalizeInvoice(id))
  expect(typesOf(events)).toEqual(['payment_intent.created', 'invoice.updated', 'invoice.finalized'])
  expect(events[1]?.data.previous_attributes).toEqual({
    status: 'draft',
    number: null,
    effective_at: null,
    ending_balance: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    rendering: { pdf: { page_size: 'auto' } },
    status_transitions: { finalized_at: null },
  })
  expect(events[2]?.data).not.toHaveProperty('previous_attributes')
})

test('a card payment emits events with the fields it changed', async () => {
  const { stripe } = await start()
  const { id } = await open(stripe)
  const events = await eventsOf(stripe, () => stripe.invoices.pay(id, { payment_method: 'pm_card_visa' }))
  expect(typesOf(events)).toEqual([
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice.updated',
    'invoice.paid',
    'invoice.payment_succeeded',
    'invoice_payment.paid',
  ])
  expect(events[2]?.data.previous_attributes).toEqual({
    amount_paid: 0,
    amount_remaining: 3000,
    attempt_count: 0,
    attempted: false,
    status: 'open',
    status_transitions: { paid_at: null },
  })
})

test('a decline leaves a failed charge, and the invoice open', async () => {
  const { stripe } = await start()
  const { id } = await open(stripe)
  const decline = { payment_method: 'pm_card_visa_chargeDeclined' }
  const events = await eventsOf(stripe, () => stripe.invoices.pay(id, decline).catch(() => undefined))
  expect(typesOf(events)).toEqual([
    'charge.failed',
    'payment_intent.payment_failed',
    'invoice.updated',
    'invoice.payment_failed',
  ])
  expect(events[2]?.data.previous_attributes).toEqual({ attempt_count: 0, attempted: false })
  expect(
    typesOf(await eventsOf(stripe, () => stripe.invoices.pay(id, decline).catch(() => undefined))),
  ).toEqual(['charge.failed', 'payment_intent.payment_failed', 'invoice.payment_failed'])
})

test('an invoice paid outside Stripe emits paid, but no payment_succeeded', async () => {
  const { stripe } = await start()
  const { id } = await open(stripe)
  const events = await eventsOf(stripe, () => stripe.invoices.pay(id, { paid_out_of_band: true }))
  expect(typesOf(events)).toEqual(['invoice.updated', 'invoice.paid', 'payment_intent.canceled'])
})

test('voiding and marking uncollectible emit their events', async () => {
  const { stripe } = await start()
  const first = await open(stripe)
  const voided = await eventsOf(stripe, () => stripe.invoices.voidInvoice(first.id))
  expect(typesOf(voided)).toEqual(['invoice.updated', 'invoice.voided', 'payment_intent.canceled'])
  expect(voided[0]?.data.previous_attributes).toEqual({
    status: 'open',
    status_transitions: { voided_at: null },
  })
  const second = await open(stripe)
  const given = await eventsOf(stripe, () => stripe.invoices.markUncollectible(second.id))
  expect(typesOf(given)).toEqual(['invoice.updated', 'invoice.marked_uncollectible'])
})

test('finalizing with nothing due emits finalized, paid and succeeded, with no payment intent', async () => {
  const { stripe } = await start()
  const { id } = await draft(stripe, [])
  const events = await eventsOf(stripe, () => stripe.invoices.finalizeInvoice(id))
  expect(typesOf(events)).toEqual([
    'invoice.updated',
    'invoice.finalized',
    'invoice.paid',
    'invoice.payment_succeeded',
  ])
})

test('adding lines says which totals moved; an update that changes nothing says nothing', async () => {
  const { stripe } = await start()
  const { id } = await draft(stripe, [])
  const added = await eventsOf(stripe, () =>
    stripe.invoices.addLines(id, { lines: [{ amount: 700 }, { amount: 300 }] }),
  )
  expect(typesOf(added)).toEqual(['invoiceitem.created', 'invoiceitem.created', 'invoice.updated'])
  expect(added[2]?.data.previous_attributes).toEqual({
    amount_due: 0,
    amount_remaining: 0,
    lines: { data: [], total_count: 0 },
    subtotal: 0,
    subtotal_excluding_tax: 0,
    total: 0,
    total_excluding_tax: 0,
  })
  expect(await eventsOf(stripe, () => stripe.invoices.update(id, { auto_advance: false }))).toEqual([])
})

test('previous metadata has the old values of changed keys, and null for new ones', async () => {
  const { stripe } = await start()
  const { id } = await customer(stripe, { metadata: { a: '1', b: '2' } })
  const [event] = await eventsOf(stripe, () => stripe.customers.update(id, { metadata: { a: '9', c: '3' } }))
  expect(event?.data.previous_attributes).toEqual({ metadata: { a: '1', c: null } })
})

test('a deleted draft is shown once more', async () => {
  const { stripe } = await start()
  const { id } = await draft(stripe)
  const [event] = await eventsOf(stripe, () => stripe.invoices.del(id))
  expect(event).toMatchObject({
    type: 'invoice.deleted',
    data: { object: { id, status: 'draft', total: 3000 } },
  })
})

test('an event names the request that caused it, and none for a person on the page', async () => {
  const { stripe, emulator } = await start()
  const invoice = await open(stripe)
  const made = await stripe.customers.create({ name: 'Ada' }, { idempotencyKey: 'k1' })
  const [event] = (await stripe.events.list({ type: 'customer.created', limit: 1 })).data
  expect(event?.request).toEqual({ id: made.lastResponse.requestId, idempotency_key: 'k1' })
  const token = invoice.hosted_invoice_url?.split('/').at(-1) ?? ''
  await emulator.admin.payByCard(token, {
    number: '4242424242424242',
    expMonth: 1,
    expYear: 2034,
    cvc: '123',
  })
  const [paid] = (await stripe.events.list({ types: ['invoice.paid'] })).data
  expect(paid?.request).toEqual({ id: null, idempotency_key: null })
})
