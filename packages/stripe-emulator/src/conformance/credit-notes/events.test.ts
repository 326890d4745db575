import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { custom, everything, paid } from './credits'

const TYPES = 'api/events/types'

const typesOf = (events: Stripe.Event[]) => events.map((event) => event.type)

rule(
  'a note on an open invoice emits credit_note.created and invoice.updated',
  TYPES,
  async ({ stripe, open, eventsDuring }) => {
    const { id } = await open()
    const events = await eventsDuring(() => stripe.creditNotes.create({ invoice: id, lines: [custom(1000)] }))
    expect(typesOf(events)).toEqual(['credit_note.created', 'invoice.updated'])
    expect(events[0]?.data.object).toMatchObject({ object: 'credit_note', amount: 1000 })
    expect(events[1]?.data.previous_attributes).toEqual({
      amount_due: 3000,
      amount_remaining: 3000,
      pre_payment_credit_notes_amount: 0,
    })
  },
)

rule('a note that covers everything pays the invoice', TYPES, async ({ stripe, open, eventsDuring }) => {
  const invoice = await open()
  const lines = everything(invoice)
  const events = await eventsDuring(() => stripe.creditNotes.create({ invoice: invoice.id, lines }))
  expect(typesOf(events)).toEqual([
    'credit_note.created',
    'invoice.updated',
    'invoice.paid',
    'payment_intent.canceled',
  ])
  expect(events[1]?.data.previous_attributes).toMatchObject({
    amount_due: 3000,
    amount_remaining: 3000,
    pre_payment_credit_notes_amount: 0,
    status: 'open',
    status_transitions: { paid_at: null },
  })
})

rule('a note that refunds tells of the note before the refund', TYPES, async (world) => {
  const { stripe, eventsDuring } = world
  const { id: invoice } = await paid(world)
  const note = { invoice, amount: 1000, refund_amount: 1000 }
  const events = await eventsDuring(() => stripe.creditNotes.create(note))
  expect(typesOf(events)).toEqual([
    'credit_note.created',
    'charge.refunded',
    'refund.created',
    'invoice.updated',
  ])
  const refund = events[2]?.data.object
  expect(events[0]?.data.object).toMatchObject({
    refunds: [{ amount_refunded: 1000, refund: refund && 'id' in refund ? refund.id : undefined }],
  })
  expect(events[1]?.data.previous_attributes).toMatchObject({ amount_refunded: 0 })
  expect(events.at(-1)?.data.previous_attributes).toEqual({ post_payment_credit_notes_amount: 0 })
})

rule('a note that credits the balance updates the customer', TYPES, async (world) => {
  const { stripe, eventsDuring } = world
  const { id: invoice } = await paid(world)
  const note = { invoice, amount: 1000, credit_amount: 1000 }
  const events = await eventsDuring(() => stripe.creditNotes.create(note))
  expect(typesOf(events)).toEqual(['credit_note.created', 'customer.updated', 'invoice.updated'])
  expect(events[0]?.data.object).toMatchObject({
    customer_balance_transaction: expect.stringMatching(/^cbtxn_/),
  })
  expect(events[1]?.data.previous_attributes).toEqual({ balance: 0 })
})

rule(
  'voiding a note emits credit_note.voided and invoice.updated',
  TYPES,
  async ({ stripe, open, eventsDuring }) => {
    const { id } = await open()
    const note = await stripe.creditNotes.create({ invoice: id, lines: [custom(1000)] })
    const events = await eventsDuring(() => stripe.creditNotes.voidCreditNote(note.id))
    expect(typesOf(events)).toEqual(['credit_note.voided', 'invoice.updated'])
    expect(events[0]?.data.object).toMatchObject({ id: note.id, status: 'void' })
    expect(events[1]?.data.previous_attributes).toEqual({
      amount_due: 2000,
      amount_remaining: 2000,
      pre_payment_credit_notes_amount: 1000,
    })
  },
)

rule(
  'a changed memo emits an event, an unchanged one does not',
  TYPES,
  async ({ stripe, open, eventsDuring }) => {
    const { id } = await open()
    const note = await stripe.creditNotes.create({ invoice: id, amount: 100 })
    const change = () => stripe.creditNotes.update(note.id, { memo: 'Sorry' })
    const [event, ...more] = await eventsDuring(change)
    expect(event).toMatchObject({
      type: 'credit_note.updated',
      data: { previous_attributes: { memo: null } },
    })
    expect(more).toEqual([])
    expect(await eventsDuring(change)).toEqual([])
  },
)

rule('a refused note leaves nothing behind', TYPES, async (world) => {
  const { stripe, refusal, eventsDuring } = world
  const { id: invoice } = await paid(world)
  const note = { invoice, amount: 1000, refund_amount: 900 }
  expect(await eventsDuring(() => refusal(stripe.creditNotes.create(note)))).toEqual([])
  expect((await stripe.creditNotes.list({ invoice })).data).toEqual([])
})
