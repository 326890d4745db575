import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { byAmount, byQuantity, CREATE, custom, everything, GUIDE } from './credits'

rule('a note on an open invoice lowers what is due', GUIDE, async ({ stripe, open }) => {
  const { id, lines } = await open()
  const note = await stripe.creditNotes.create({ invoice: id, lines: [byQuantity(lines.data[0], 1)] })
  expect(note).toMatchObject({ amount: 1500, type: 'pre_payment', status: 'issued', voided_at: null })
  expect(await stripe.invoices.retrieve(id)).toMatchObject({
    status: 'open',
    total: 3000,
    amount_due: 1500,
    amount_paid: 0,
    amount_remaining: 1500,
    pre_payment_credit_notes_amount: 1500,
    post_payment_credit_notes_amount: 0,
  })
})

rule('a custom line of 20 USD leaves 80 of 100', GUIDE, async ({ stripe, open }) => {
  const { id } = await open([{ amount: 10_000 }])
  await stripe.creditNotes.create({ invoice: id, lines: [custom(2000)] })
  expect((await stripe.invoices.retrieve(id)).amount_due).toBe(8000)
})

rule('an open invoice that is credited in full is paid', GUIDE, async ({ stripe, open }) => {
  const invoice = await open(undefined, { auto_advance: true })
  await stripe.creditNotes.create({ invoice: invoice.id, lines: everything(invoice) })
  const after = await stripe.invoices.retrieve(invoice.id)
  expect(after).toMatchObject({ status: 'paid', amount_due: 0, amount_paid: 0, amount_remaining: 0 })
  expect(after).toMatchObject({ auto_advance: false, attempted: false, attempt_count: 0, total: 3000 })
  expect(after.status_transitions.paid_at).toBeGreaterThan(0)
})

rule('several notes on one invoice add up', CREATE, async ({ stripe, open }) => {
  const { id, lines } = await open([{ amount: 1000 }, { amount: 2000 }])
  for (const amount of [250, 300, 450]) {
    await stripe.creditNotes.create({ invoice: id, lines: [byAmount(lines.data[0], amount)] })
  }
  const after = await stripe.invoices.retrieve(id)
  expect(after).toMatchObject({ amount_remaining: 2000, pre_payment_credit_notes_amount: 1000 })
})

rule('the payment that is waited for asks for what remains', 'api/invoice-payment/object', async (world) => {
  const { stripe, open } = world
  const { id } = await open()
  await stripe.creditNotes.create({ invoice: id, lines: [custom(1000)] })
  const expand = ['payments.data.payment.payment_intent']
  const { payments } = await stripe.invoices.retrieve(id, { expand })
  expect(payments?.data).toMatchObject([
    { status: 'open', amount_requested: 2000, payment: { payment_intent: { amount: 2000 } } },
  ])
  const settled = await stripe.invoices.pay(id, { payment_method: 'pm_card_visa' })
  expect(settled).toMatchObject({ status: 'paid', amount_paid: 2000, amount_due: 2000 })
})

rule('crediting all that is left cancels the open payment', 'api/invoice-payment/object', async (world) => {
  const { stripe, open } = world
  const invoice = await open()
  await stripe.creditNotes.create({ invoice: invoice.id, lines: everything(invoice) })
  const expand = ['payments.data.payment.payment_intent']
  const { payments } = await stripe.invoices.retrieve(invoice.id, { expand })
  expect(payments?.data).toMatchObject([
    { status: 'canceled', payment: { payment_intent: { status: 'canceled' } } },
  ])
})

rule('a bare amount is credited whatever the lines are', CREATE, async ({ stripe, open }) => {
  const { id } = await open([{ amount: 1000 }, { amount: 2000 }])
  const note = await stripe.creditNotes.create({ invoice: id, amount: 1234 })
  expect(note).toMatchObject({ amount: 1234, total: 1234, subtotal: 1234, total_taxes: [], refunds: [] })
  expect(note.lines.data).toMatchObject([{ type: 'custom_line_item', amount: 1234 }])
  expect((await stripe.invoices.retrieve(id)).amount_remaining).toBe(1766)
})

rule('an amount beside lines must be their total', CREATE, async ({ stripe, open, refusal }) => {
  const { id, lines } = await open()
  const note = { invoice: id, lines: [byQuantity(lines.data[0], 1)] }
  expect((await stripe.creditNotes.create({ ...note, amount: 1500 })).amount).toBe(1500)
  expect((await refusal(stripe.creditNotes.create({ ...note, amount: 1400 }))).param).toBe('amount')
})

rule('an invoice that was given up can be credited too', GUIDE, async ({ stripe, open }) => {
  const invoice = await open()
  await stripe.invoices.markUncollectible(invoice.id)
  await stripe.creditNotes.create({ invoice: invoice.id, lines: [custom(1000)] })
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
    status: 'uncollectible',
    amount_remaining: 2000,
  })
})

rule('notes are numbered after their invoice', 'api/credit_notes/object', async ({ stripe, open }) => {
  const { id, number } = await open()
  const numbers: string[] = []
  for (const amount of [1, 2, 3]) {
    numbers.push((await stripe.creditNotes.create({ invoice: id, amount })).number)
  }
  expect(numbers).toEqual([`${number}-CN-01`, `${number}-CN-02`, `${number}-CN-03`])
})

rule('a note says what it was given', 'api/credit_notes/object', async ({ stripe, open }) => {
  const { id, customer, currency } = await open()
  const note = await stripe.creditNotes.create({
    invoice: id,
    amount: 100,
    memo: 'With our apologies',
    reason: 'product_unsatisfactory',
    metadata: { ticket: '7' },
    email_type: 'none',
    effective_at: 1_790_000_000,
  })
  expect(note).toMatchObject({
    customer,
    currency,
    invoice: id,
    memo: 'With our apologies',
    reason: 'product_unsatisfactory',
    metadata: { ticket: '7' },
    effective_at: 1_790_000_000,
    out_of_band_amount: null,
    customer_balance_transaction: null,
    shipping_cost: null,
    amount_shipping: 0,
  })
  expect(note.pdf).toMatch(/^https?:\/\/.+\/pdf/)
  const plain = await stripe.creditNotes.create({ invoice: id, amount: 100 })
  expect(plain).toMatchObject({ memo: null, reason: null, metadata: {}, effective_at: plain.created })
})

rule('its invoice and its customer can be expanded', 'api/expanding_objects', async ({ stripe, open }) => {
  const { id } = await open()
  const expand = ['invoice', 'customer']
  const note = await stripe.creditNotes.create({ invoice: id, amount: 100, expand })
  expect(note).toMatchObject({ invoice: { id, amount_remaining: 2900 }, customer: { object: 'customer' } })
})
