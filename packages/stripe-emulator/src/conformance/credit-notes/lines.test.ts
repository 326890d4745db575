import Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { byAmount, byQuantity, CREATE, custom, GUIDE, priced } from './credits'

const OBJECT = 'api/credit_notes/line_item'

rule('a quantity of a line is credited at its unit price', GUIDE, async ({ stripe, open }) => {
  const { id, lines } = await open([priced(1099, 3)])
  const [line] = lines.data
  const note = await stripe.creditNotes.create({ invoice: id, lines: [byQuantity(line, 2)] })
  expect(note.lines.data).toMatchObject([
    {
      object: 'credit_note_line_item',
      amount: 2198,
      description: line?.description,
      discount_amount: 0,
      discount_amounts: [],
      invoice_line_item: line?.id,
      livemode: false,
      metadata: {},
      pretax_credit_amounts: [],
      quantity: 2,
      tax_rates: [],
      taxes: [],
      type: 'invoice_line_item',
      unit_amount: 1099,
    },
  ])
  expect(String(note.lines.data[0]?.unit_amount_decimal)).toBe('1099')
})

rule('an amount of a line is credited without a quantity', OBJECT, async ({ stripe, open }) => {
  const { id, lines } = await open([{ amount: 5000, description: 'Audit' }])
  const note = await stripe.creditNotes.create({ invoice: id, lines: [byAmount(lines.data[0], 1250)] })
  expect(note.lines.data).toMatchObject([
    { amount: 1250, description: 'Audit', quantity: null, unit_amount: null, unit_amount_decimal: null },
  ])
})

rule('a custom line is a quantity times a unit amount', GUIDE, async ({ stripe, open }) => {
  const { id } = await open([{ amount: 10_000 }])
  const line = custom(333, { quantity: 3, description: 'Courtesy credit', metadata: { why: 'late' } })
  const note = await stripe.creditNotes.create({ invoice: id, lines: [line] })
  expect(note.lines.data).toMatchObject([
    {
      type: 'custom_line_item',
      amount: 999,
      description: 'Courtesy credit',
      metadata: { why: 'late' },
      quantity: 3,
      unit_amount: 333,
    },
  ])
  expect(note.lines.data[0]).not.toHaveProperty('invoice_line_item')
})

rule('a unit amount may have decimals', CREATE, async ({ stripe, open }) => {
  const { id } = await open([{ amount: 10_000 }])
  const unit_amount_decimal = Stripe.Decimal.from('33.335')
  const note = await stripe.creditNotes.create({
    invoice: id,
    lines: [{ type: 'custom_line_item', quantity: 3, unit_amount_decimal }],
  })
  const [line] = note.lines.data
  expect(line).toMatchObject({ amount: 100, unit_amount: null })
  expect(String(line?.unit_amount_decimal)).toBe('33.335')
})

rule('quantities credited one by one come to the amount of the line', GUIDE, async ({ stripe, open }) => {
  const unit_amount_decimal = Stripe.Decimal.from('33.335')
  const price_data = { currency: 'usd', product_data: { name: 'Work' }, unit_amount_decimal }
  const { id, lines, total } = await open([{ price_data, quantity: 3 }])
  const amounts: number[] = []
  for (const _ of [1, 2, 3]) {
    const note = await stripe.creditNotes.create({ invoice: id, lines: [byQuantity(lines.data[0], 1)] })
    amounts.push(note.amount)
  }
  expect(total).toBe(100)
  expect(amounts).toEqual([33, 34, 33])
  expect((await stripe.invoices.retrieve(id)).status).toBe('paid')
})

rule('a line can be named twice in one note', CREATE, async ({ stripe, open }) => {
  const { id, lines } = await open([priced(1000, 3)])
  const [line] = lines.data
  const note = await stripe.creditNotes.create({
    invoice: id,
    lines: [byQuantity(line, 1), byQuantity(line, 2)],
  })
  expect(note.lines.data.map((each) => each.amount)).toEqual([1000, 2000])
})

rule('more than is left of a line is refused', GUIDE, async ({ stripe, open, refusal }) => {
  const { id, lines } = await open([priced(1000, 3), { amount: 2000 }])
  const [many, one] = lines.data
  await stripe.creditNotes.create({ invoice: id, lines: [byQuantity(many, 2), byAmount(one, 1500)] })
  const again = (line: Stripe.CreditNoteCreateParams.Line) =>
    refusal(stripe.creditNotes.create({ invoice: id, lines: [line] }))
  expect((await again(byQuantity(many, 2))).param).toBe('lines[0][quantity]')
  expect((await again(byAmount(one, 501))).param).toBe('lines[0][amount]')
})

rule('a line goes on being credited the way it was begun', GUIDE, async ({ stripe, open, refusal }) => {
  const { id, lines } = await open([priced(1000, 3), priced(1000, 3)])
  const [one, two] = lines.data
  await stripe.creditNotes.create({ invoice: id, lines: [byQuantity(one, 1), byAmount(two, 500)] })
  const again = (line: Stripe.CreditNoteCreateParams.Line) =>
    refusal(stripe.creditNotes.create({ invoice: id, lines: [line] }))
  expect((await again(byAmount(one, 500))).param).toBe('lines[0][amount]')
  expect((await again(byQuantity(two, 1))).param).toBe('lines[0][quantity]')
})

rule('negative lines are credited with a minus', `${GUIDE}#crediting-negative-line-items`, async (world) => {
  const { stripe, open } = world
  for (const credit of [
    (line?: Stripe.InvoiceLineItem) => byAmount(line),
    (line?: Stripe.InvoiceLineItem) => byQuantity(line, 1),
  ]) {
    const { id, lines } = await open([priced(10_000, 1), priced(-5000, 1)])
    const note = await stripe.creditNotes.create({ invoice: id, lines: lines.data.map(credit) })
    expect(note).toMatchObject({ amount: 5000, lines: { data: [{ amount: 10_000 }, { amount: -5000 }] } })
    expect((await stripe.invoices.retrieve(id)).status).toBe('paid')
  }
})

rule(
  'a negative line allows no more than itself',
  `${GUIDE}#crediting-negative-line-items`,
  async (world) => {
    const { stripe, open, refusal } = world
    const { id, lines } = await open([priced(10_000, 1), priced(-5000, 1)])
    const [plus, minus] = lines.data
    const note = (...credits: Stripe.CreditNoteCreateParams.Line[]) =>
      refusal(stripe.creditNotes.create({ invoice: id, lines: credits }))
    expect((await note(byAmount(plus, 10_000), byAmount(minus, -5001))).param).toBe('lines[1][amount]')
    expect((await note(byAmount(plus, 1000), byAmount(minus, 500))).param).toBe('lines[1][amount]')
    expect((await note(byAmount(minus, -500))).statusCode).toBe(400)
    expect((await note(custom(-100))).statusCode).toBe(400)
  },
)

rule('ten lines are shown, and all can be paged', 'api/credit_notes/lines', async ({ stripe, open }) => {
  const amounts = Array.from({ length: 12 }, (_, index) => 100 + index)
  const { id } = await open([{ amount: 10_000 }])
  const note = await stripe.creditNotes.create({
    invoice: id,
    lines: amounts.map((amount) => custom(amount)),
  })
  expect(note.lines.data).toHaveLength(10)
  expect(note.lines).toMatchObject({ has_more: true, url: `/v1/credit_notes/${note.id}/lines` })
  const all = await stripe.creditNotes.listLineItems(note.id, { limit: 5 }).autoPagingToArray({ limit: 100 })
  expect(all.map((line) => line.amount)).toEqual(amounts)
  const [, second, third] = all
  const page = { limit: 1, starting_after: second?.id }
  expect((await stripe.creditNotes.listLineItems(note.id, page)).data).toMatchObject([{ id: third?.id }])
})
