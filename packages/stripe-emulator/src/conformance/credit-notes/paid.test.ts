import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { byQuantity, CREATE, custom, everything, GUIDE, paid } from './credits'

rule('a note on a paid invoice leaves what was due alone', GUIDE, async (world) => {
  const invoice = await paid(world)
  const note = await world.stripe.creditNotes.create({
    invoice: invoice.id,
    lines: [byQuantity(invoice.lines.data[0], 1)],
    out_of_band_amount: 1500,
  })
  expect(note).toMatchObject({
    type: 'post_payment',
    pre_payment_amount: 0,
    post_payment_amount: 1500,
    out_of_band_amount: 1500,
  })
  expect(await world.stripe.invoices.retrieve(invoice.id)).toMatchObject({
    status: 'paid',
    amount_due: 3000,
    amount_paid: 3000,
    amount_remaining: 0,
    pre_payment_credit_notes_amount: 0,
    post_payment_credit_notes_amount: 1500,
  })
})

rule('a note can refund the charge', GUIDE, async (world) => {
  const { stripe } = world
  const invoice = await paid(world)
  const note = await stripe.creditNotes.create({
    invoice: invoice.id,
    amount: 500,
    refund_amount: 500,
    reason: 'duplicate',
  })
  const [made] = note.refunds
  expect(note.refunds).toEqual([
    { amount_refunded: 500, payment_record_refund: null, refund: made?.refund, type: 'refund' },
  ])
  const refund = await stripe.refunds.retrieve(String(made?.refund))
  expect(refund).toMatchObject({ amount: 500, status: 'succeeded', reason: 'duplicate' })
  const charge = await stripe.charges.retrieve(String(refund.charge))
  expect(charge).toMatchObject({ amount: 3000, amount_refunded: 500, refunded: false })
})

rule('refunding everything marks the charge as refunded', GUIDE, async (world) => {
  const invoice = await paid(world)
  const lines = everything(invoice)
  const note = await world.stripe.creditNotes.create({
    invoice: invoice.id,
    lines,
    refund_amount: 3000,
    expand: ['refunds.refund'],
  })
  const refund = note.refunds[0]?.refund
  expect(refund).toMatchObject({ object: 'refund', amount: 3000 })
  const [charge] = (await world.stripe.charges.list({ customer: String(invoice.customer) })).data
  expect(charge).toMatchObject({ refunded: true, amount_refunded: 3000 })
})

rule('a note can credit the balance of the customer', GUIDE, async (world) => {
  const { stripe } = world
  const invoice = await paid(world)
  const note = await stripe.creditNotes.create({
    invoice: invoice.id,
    amount: 700,
    credit_amount: 700,
    expand: ['customer_balance_transaction'],
  })
  expect(note.customer_balance_transaction).toMatchObject({
    object: 'customer_balance_transaction',
    amount: -700,
    ending_balance: -700,
    type: 'credit_note',
    credit_note: note.id,
    invoice: invoice.id,
  })
  expect(await stripe.customers.retrieve(String(invoice.customer))).toMatchObject({ balance: -700 })
})

rule('the credit is taken off the next invoice', 'invoicing/customer/balance', async (world) => {
  const { stripe, open } = world
  const first = await paid(world)
  await stripe.creditNotes.create({ invoice: first.id, amount: 700, credit_amount: 700 })
  const next = await open(undefined, { customer: String(first.customer) })
  expect(next).toMatchObject({ total: 3000, starting_balance: -700, amount_due: 2300 })
})

rule('refund, credit and cash can be mixed', GUIDE, async (world) => {
  const invoice = await paid(world)
  const note = await world.stripe.creditNotes.create({
    invoice: invoice.id,
    amount: 500,
    refund_amount: 100,
    credit_amount: 200,
    out_of_band_amount: 200,
  })
  expect(note).toMatchObject({
    post_payment_amount: 500,
    out_of_band_amount: 200,
    refunds: [{ amount_refunded: 100 }],
  })
})

rule('a refund that exists can be linked', CREATE, async (world) => {
  const { stripe } = world
  const invoice = await paid(world)
  const [charge] = (await stripe.charges.list({ customer: String(invoice.customer) })).data
  const refund = await stripe.refunds.create({ charge: charge?.id ?? '', amount: 800 })
  const note = await stripe.creditNotes.create({
    invoice: invoice.id,
    amount: 800,
    refunds: [{ refund: refund.id }],
  })
  expect(note.refunds).toEqual([
    { amount_refunded: 800, payment_record_refund: null, refund: refund.id, type: 'refund' },
  ])
  const after = await stripe.charges.retrieve(charge?.id ?? '')
  expect(after.amount_refunded).toBe(800)
})

rule('a refund can be linked in parts, up to its amount', CREATE, async (world) => {
  const { stripe, refusal } = world
  const invoice = await paid(world)
  const [charge] = (await stripe.charges.list({ customer: String(invoice.customer) })).data
  const { id } = await stripe.refunds.create({ charge: charge?.id ?? '', amount: 800 })
  const note = (amount: number) =>
    stripe.creditNotes.create({
      invoice: invoice.id,
      amount,
      refunds: [{ type: 'refund', refund: id, amount_refunded: amount }],
    })
  expect((await note(500)).refunds).toMatchObject([{ amount_refunded: 500 }])
  expect((await refusal(note(400))).statusCode).toBe(400)
  expect((await note(300)).refunds).toMatchObject([{ amount_refunded: 300 }])
})

rule('an amount refunded without a note cannot be credited as well', CREATE, async (world) => {
  const { stripe, refusal } = world
  const invoice = await paid(world)
  const [charge] = (await stripe.charges.list({ customer: String(invoice.customer) })).data
  await stripe.refunds.create({ charge: charge?.id ?? '', amount: 2000 })
  const note = (amount: number) =>
    stripe.creditNotes.create({ invoice: invoice.id, amount, out_of_band_amount: amount })
  expect((await refusal(note(1001))).statusCode).toBe(400)
  expect((await note(1000)).amount).toBe(1000)
})

rule('a refund alone changes nothing on the invoice', 'api/refunds', async (world) => {
  const { stripe } = world
  const invoice = await paid(world)
  const [charge] = (await stripe.charges.list({ customer: String(invoice.customer) })).data
  await stripe.refunds.create({ charge: charge?.id ?? '', amount: 2000 })
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
    status: 'paid',
    amount_paid: 3000,
    post_payment_credit_notes_amount: 0,
  })
})

rule('a payment outside Stripe is given back outside Stripe', GUIDE, async (world) => {
  const { stripe, open, refusal } = world
  const { id } = await open()
  await stripe.invoices.pay(id, { paid_out_of_band: true })
  const note = { invoice: id, lines: [custom(1000)] }
  expect((await refusal(stripe.creditNotes.create({ ...note, refund_amount: 1000 }))).statusCode).toBe(400)
  const made = await stripe.creditNotes.create({ ...note, out_of_band_amount: 1000 })
  expect(made).toMatchObject({ type: 'post_payment', out_of_band_amount: 1000, refunds: [] })
})

rule(
  'credit that paid a part goes back to the balance',
  'invoicing/dashboard/credit-notes',
  async (world) => {
    const { stripe, draft } = world
    const { id, customer } = await draft([{ amount: 20_000 }])
    await stripe.customers.update(String(customer), { balance: -15_000 })
    await stripe.invoices.finalizeInvoice(id)
    const invoice = await stripe.invoices.pay(id, { payment_method: 'pm_card_visa' })
    expect(invoice).toMatchObject({ amount_paid: 5000, total: 20_000 })
    const note = await stripe.creditNotes.create({
      invoice: id,
      lines: everything(invoice),
      refund_amount: 5000,
      credit_amount: 15_000,
    })
    expect(note).toMatchObject({ amount: 20_000, post_payment_amount: 20_000 })
    expect(await stripe.customers.retrieve(String(customer))).toMatchObject({ balance: -15_000 })
  },
)

rule('a note beyond what remains is mixed', 'changelog/basil/2025-05-28/partial-payments', async (world) => {
  const { stripe, draft } = world
  const { id, customer } = await draft([{ amount: 20_000 }])
  await stripe.customers.update(String(customer), { balance: -15_000 })
  const invoice = await stripe.invoices.finalizeInvoice(id)
  const note = await stripe.creditNotes.create({
    invoice: id,
    lines: everything(invoice),
    credit_amount: 15_000,
  })
  expect(note).toMatchObject({ type: 'mixed', pre_payment_amount: 5000, post_payment_amount: 15_000 })
  expect(await stripe.invoices.retrieve(id)).toMatchObject({
    status: 'paid',
    amount_due: 0,
    pre_payment_credit_notes_amount: 5000,
    post_payment_credit_notes_amount: 15_000,
  })
})
