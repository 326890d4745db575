import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { byAmount, byQuantity, custom, everything, GUIDE, paid, vat } from './credits'

const VOIDING = `${GUIDE}#voiding-credit-notes`

rule('voiding a note puts back what it took off', VOIDING, async ({ stripe, open }) => {
  const { id, lines } = await open()
  const note = await stripe.creditNotes.create({ invoice: id, lines: [byQuantity(lines.data[0], 1)] })
  const voided = await stripe.creditNotes.voidCreditNote(note.id)
  expect(voided).toMatchObject({ id: note.id, status: 'void', amount: 1500, number: note.number })
  expect(voided.voided_at).toBeGreaterThan(0)
  const expand = ['payments.data.payment.payment_intent']
  expect(await stripe.invoices.retrieve(id, { expand })).toMatchObject({
    amount_due: 3000,
    amount_remaining: 3000,
    pre_payment_credit_notes_amount: 0,
    payments: { data: [{ amount_requested: 3000, payment: { payment_intent: { amount: 3000 } } }] },
  })
})

rule(
  'an amount can be credited again after its note was voided, under a new number',
  VOIDING,
  async ({ stripe, open }) => {
    const invoice = await open()
    const first = await stripe.creditNotes.create({
      invoice: invoice.id,
      lines: [byQuantity(invoice.lines.data[0], 1)],
    })
    await stripe.creditNotes.voidCreditNote(first.id)
    const second = await stripe.creditNotes.create({ invoice: invoice.id, lines: everything(invoice) })
    expect(second).toMatchObject({ amount: 3000, number: `${invoice.number}-CN-02` })
  },
)

rule('voiding one of several notes leaves the others exact', VOIDING, async (world) => {
  const { stripe, open } = world
  const { id, lines } = await open([{ amount: 1000, tax_rates: [await vat(world, 7.7)] }])
  const credit = async (amount: number) =>
    stripe.creditNotes.create({ invoice: id, lines: [byAmount(lines.data[0], amount)] })
  const first = await credit(333)
  await credit(333)
  await stripe.creditNotes.voidCreditNote(first.id)
  await credit(667)
  expect(await stripe.invoices.retrieve(id)).toMatchObject({
    status: 'paid',
    amount_remaining: 0,
    total: 1077,
  })
})

rule('a note is voided once', VOIDING, async ({ stripe, open, refusal }) => {
  const { id } = await open()
  const note = await stripe.creditNotes.create({ invoice: id, lines: [custom(100)] })
  await stripe.creditNotes.voidCreditNote(note.id)
  expect(await refusal(stripe.creditNotes.voidCreditNote(note.id))).toMatchObject({
    statusCode: 400,
    message: 'This credit note has already been voided.',
  })
})

rule('a note on a paid invoice stays', VOIDING, async (world) => {
  const { stripe, refusal } = world
  const invoice = await paid(world)
  const note = await stripe.creditNotes.create({ invoice: invoice.id, amount: 100, out_of_band_amount: 100 })
  expect(await refusal(stripe.creditNotes.voidCreditNote(note.id))).toMatchObject({
    statusCode: 400,
    message: 'You can only void a credit note if its invoice is open.',
  })
  expect((await stripe.creditNotes.retrieve(note.id)).status).toBe('issued')
})

rule('a note that paid its invoice stays too', VOIDING, async ({ stripe, open, refusal }) => {
  const invoice = await open()
  const note = await stripe.creditNotes.create({ invoice: invoice.id, lines: everything(invoice) })
  expect((await refusal(stripe.creditNotes.voidCreditNote(note.id))).statusCode).toBe(400)
  expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('paid')
})
