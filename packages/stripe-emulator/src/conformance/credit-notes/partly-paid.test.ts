import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'
import { byAmount, CREATE, custom, everything, GUIDE } from './credits'

const PARTIAL = 'changelog/basil/2025-05-28/partial-payments'

/** An open invoice of which a part was paid by an intent of its own. */
async function partlyPaid({ stripe, open }: World, part: number, total = 3000): Promise<Stripe.Invoice> {
  const { id, customer } = await open([{ amount: total }])
  const intent = await stripe.paymentIntents.create({
    amount: part,
    currency: 'usd',
    customer: String(customer),
    payment_method: 'pm_card_visa',
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    confirm: true,
  })
  return stripe.invoices.attachPayment(id, { payment_intent: intent.id })
}

/** An open invoice of 3000 of which 1000 was paid in cash, and 400 of it given back. */
async function paidInCash({ stripe, open }: World): Promise<{ invoice: string; payment_record: string }> {
  const { id } = await open([{ amount: 3000 }])
  const now = Math.floor(Date.now() / 1000)
  const record = await stripe.paymentRecords.reportPayment({
    amount_requested: { currency: 'usd', value: 1000 },
    initiated_at: now,
    outcome: 'guaranteed',
    guaranteed: { guaranteed_at: now },
    payment_method_details: { type: 'custom', custom: { display_name: 'Cash' } },
  })
  await stripe.invoices.attachPayment(id, { payment_record: record.id })
  await stripe.paymentRecords.reportRefund(record.id, {
    amount: { currency: 'usd', value: 400 },
    outcome: 'refunded',
    processor_details: { type: 'custom', custom: { refund_reference: 'till-7' } },
    refunded: { refunded_at: now },
  })
  return { invoice: id, payment_record: record.id }
}

rule('a note on a partly paid invoice lowers the rest first', PARTIAL, async (world) => {
  const invoice = await partlyPaid(world, 1000)
  expect(invoice).toMatchObject({ status: 'open', amount_paid: 1000, amount_remaining: 2000 })
  const note = await world.stripe.creditNotes.create({ invoice: invoice.id, lines: [custom(500)] })
  expect(note).toMatchObject({ type: 'pre_payment', pre_payment_amount: 500, post_payment_amount: 0 })
  expect(await world.stripe.invoices.retrieve(invoice.id)).toMatchObject({
    status: 'open',
    amount_due: 2500,
    amount_paid: 1000,
    amount_remaining: 1500,
  })
})

rule('a note beyond the rest gives back the difference, and is mixed', PARTIAL, async (world) => {
  const { stripe } = world
  const invoice = await partlyPaid(world, 1000)
  const note = await stripe.creditNotes.create({
    invoice: invoice.id,
    lines: [byAmount(invoice.lines.data[0], 2600)],
    refund_amount: 600,
  })
  expect(note).toMatchObject({
    type: 'mixed',
    amount: 2600,
    pre_payment_amount: 2000,
    post_payment_amount: 600,
    refunds: [{ amount_refunded: 600 }],
  })
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
    status: 'paid',
    amount_due: 1000,
    amount_paid: 1000,
    amount_remaining: 0,
    pre_payment_credit_notes_amount: 2000,
    post_payment_credit_notes_amount: 600,
  })
})

rule('a mixed note is not voided', `${GUIDE}#voiding-credit-notes`, async (world) => {
  const { stripe, refusal } = world
  const invoice = await partlyPaid(world, 1000)
  const lines = everything(invoice)
  const note = await stripe.creditNotes.create({ invoice: invoice.id, lines, credit_amount: 1000 })
  expect(note.type).toBe('mixed')
  expect((await refusal(stripe.creditNotes.voidCreditNote(note.id))).statusCode).toBe(400)
})

rule('a refund is spread over the charges that paid', CREATE, async (world) => {
  const { stripe } = world
  const first = await partlyPaid(world, 1000)
  const invoice = await stripe.invoices.pay(first.id, { payment_method: 'pm_card_visa' })
  expect(invoice).toMatchObject({ status: 'paid', amount_paid: 3000 })
  const lines = everything(invoice)
  const note = await stripe.creditNotes.create({ invoice: invoice.id, lines, refund_amount: 3000 })
  expect(note.refunds.map((each) => each.amount_refunded).toSorted((a, b) => a - b)).toEqual([1000, 2000])
  const { data } = await stripe.charges.list({ customer: String(invoice.customer) })
  expect(data.map((charge) => charge.refunded)).toEqual([true, true])
})

rule('more than was charged is not refunded', CREATE, async (world) => {
  const { stripe, refusal } = world
  const invoice = await partlyPaid(world, 1000)
  await stripe.invoices.pay(invoice.id, { paid_out_of_band: true })
  const note = { invoice: invoice.id, lines: [custom(1500)] }
  expect((await refusal(stripe.creditNotes.create({ ...note, refund_amount: 1500 }))).statusCode).toBe(400)
  const parts = { refund_amount: 1000, out_of_band_amount: 500 }
  expect((await stripe.creditNotes.create({ ...note, ...parts })).post_payment_amount).toBe(1500)
})

rule('a refund that was reported can be linked', CREATE, async (world) => {
  const { stripe, refusal } = world
  const { invoice, payment_record } = await paidInCash(world)
  const payment_record_refund = { payment_record, refund_group: 'till-7' }
  const note = (amount_refunded?: number) =>
    stripe.creditNotes.create({
      invoice,
      amount: 2400,
      refunds: [{ type: 'payment_record_refund', payment_record_refund, amount_refunded }],
    })
  expect((await refusal(note(401))).statusCode).toBe(400)
  const linked = await note()
  expect(linked).toMatchObject({ type: 'mixed', pre_payment_amount: 2000, post_payment_amount: 400 })
  expect(linked.refunds).toMatchObject([
    { amount_refunded: 400, payment_record_refund, type: 'payment_record_refund' },
  ])
})

rule('a debit under way holds notes up', 'invoicing/dashboard/credit-notes', async (world) => {
  const { stripe, open, refusal } = world
  const { id: invoice, customer } = await open()
  const method = await stripe.paymentMethods.create({
    type: 'us_bank_account',
    us_bank_account: {
      account_holder_type: 'company',
      account_number: '000123456789',
      routing_number: '110000000',
    },
    billing_details: { name: 'Ada' },
  })
  await stripe.paymentMethods.attach(method.id, { customer: String(customer) })
  await stripe.invoices.pay(invoice, { payment_method: method.id })
  expect(await refusal(stripe.creditNotes.create({ invoice, amount: 100 }))).toMatchObject({
    statusCode: 400,
    message: 'You cannot create a credit note for an open invoice with a pending payment.',
  })
})

rule('an invoice with automatic tax takes no custom lines', CREATE, async (world) => {
  const { stripe, open, customer, refusal } = world
  const address = { country: 'DE', city: 'Berlin', line1: 'Torstraße 1', postal_code: '10119' }
  const { id } = await customer({ address })
  const invoice = await open(undefined, { customer: id, automatic_tax: { enabled: true } })
  const note = (line: Stripe.CreditNoteCreateParams.Line) =>
    stripe.creditNotes.create({ invoice: invoice.id, lines: [line] })
  expect((await refusal(note(custom(100)))).param).toBe('lines[0][type]')
  expect((await note(byAmount(invoice.lines.data[0], 1000))).status).toBe('issued')
})
