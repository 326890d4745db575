import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { byAmount, custom, everything, paid, vat } from './credits'

const LIST = 'api/credit_notes/list'
const PREVIEW = 'api/credit_notes/preview'

rule('a note reads as it was answered', 'api/credit_notes/retrieve', async ({ stripe, open }) => {
  const { id } = await open()
  const note = await stripe.creditNotes.create({ invoice: id, lines: [custom(100)] })
  expect(await stripe.creditNotes.retrieve(note.id)).toEqual(note)
})

rule('an unknown note is missing', 'api/errors', async ({ stripe, refusal }) => {
  const missing = { statusCode: 404, code: 'resource_missing', message: "No such credit note: 'cn_nope'" }
  expect(await refusal(stripe.creditNotes.retrieve('cn_nope'))).toMatchObject({ ...missing, param: 'id' })
  expect(await refusal(stripe.creditNotes.voidCreditNote('cn_nope'))).toMatchObject(missing)
  expect(await refusal(stripe.creditNotes.update('cn_nope', { memo: 'x' }))).toMatchObject(missing)
  expect(await refusal(stripe.creditNotes.listLineItems('cn_nope'))).toMatchObject(missing)
})

rule('notes are listed newest first, by invoice and by customer', LIST, async ({ stripe, open }) => {
  const one = await open()
  const other = await open()
  const notes: string[] = []
  for (const invoice of [one.id, one.id, other.id]) {
    notes.push((await stripe.creditNotes.create({ invoice, amount: 100 })).id)
  }
  const ids = async (filter: { invoice?: string; customer?: string; limit?: number }) =>
    (await stripe.creditNotes.list(filter)).data.map((note) => note.id)
  expect(await ids({})).toEqual(notes.toReversed())
  expect(await ids({ invoice: one.id })).toEqual([notes[1], notes[0]])
  expect(await ids({ customer: String(other.customer) })).toEqual([notes[2]])
  expect(await ids({ limit: 1 })).toEqual([notes[2]])
})

rule('notes are listed by when they were made', LIST, async ({ stripe, open }) => {
  const { id } = await open()
  const { created } = await stripe.creditNotes.create({ invoice: id, amount: 100 })
  const count = async (range: { gt?: number; gte?: number }) =>
    (await stripe.creditNotes.list({ invoice: id, created: range })).data.length
  expect([await count({ gte: created }), await count({ gt: created })]).toEqual([1, 0])
})

rule('a list for an unknown invoice is refused', LIST, async ({ stripe, refusal }) => {
  expect(await refusal(stripe.creditNotes.list({ invoice: 'in_nope' }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'invoice',
  })
})

rule('memo and metadata can be changed, and nothing else', 'api/credit_notes/update', async (world) => {
  const { stripe, open, api } = world
  const { id } = await open()
  const note = await stripe.creditNotes.create({ invoice: id, amount: 100, metadata: { a: '1', b: '2' } })
  const changed = await stripe.creditNotes.update(note.id, { memo: 'Sorry', metadata: { a: '', c: '3' } })
  expect(changed).toEqual({
    ...note,
    memo: 'Sorry',
    metadata: { b: '2', c: '3' },
  })
  const { status, body } = await api(`/v1/credit_notes/${note.id}`, {
    method: 'POST',
    body: 'reason=duplicate',
  })
  expect([status, body]).toMatchObject([400, { error: { code: 'parameter_unknown', param: 'reason' } }])
})

rule('a preview tells what a note would be, and makes none', PREVIEW, async (world) => {
  const { stripe, open } = world
  const rate = await vat(world, 20)
  const { id, lines } = await open([{ amount: 10_000, tax_rates: [rate] }])
  const work = async () => {
    const preview = await stripe.creditNotes.preview({ invoice: id, lines: [byAmount(lines.data[0], 5000)] })
    expect(preview).toMatchObject({
      object: 'credit_note',
      amount: 6000,
      invoice: id,
      pre_payment_amount: 6000,
      status: 'issued',
      subtotal: 5000,
      total_taxes: [{ amount: 1000 }],
      lines: { data: [{ amount: 5000, invoice_line_item: lines.data[0]?.id }] },
    })
  }
  expect(await world.eventsDuring(work)).toEqual([])
  expect((await stripe.creditNotes.list({ invoice: id })).data).toEqual([])
  expect((await stripe.invoices.retrieve(id)).amount_remaining).toBe(12_000)
})

rule('a preview on a paid invoice tells what there is to give back', PREVIEW, async (world) => {
  const invoice = await paid(world)
  const note = { invoice: invoice.id, lines: everything(invoice) }
  expect(await world.stripe.creditNotes.preview(note)).toMatchObject({
    post_payment_amount: 3000,
    refunds: [],
    customer_balance_transaction: null,
  })
  const wrong = world.stripe.creditNotes.preview({ ...note, credit_amount: 2999 })
  expect((await world.refusal(wrong)).statusCode).toBe(400)
})

rule('the lines of a preview can be paged', 'api/credit_notes/preview_lines', async ({ stripe, open }) => {
  const { id } = await open([{ amount: 10_000 }])
  const amounts = Array.from({ length: 12 }, (_, index) => 10 + index)
  const lines = amounts.map((amount) => custom(amount))
  const page = await stripe.creditNotes.listPreviewLineItems({ invoice: id, lines })
  expect([page.data.length, page.has_more]).toEqual([10, true])
  const all = await stripe.creditNotes
    .listPreviewLineItems({ invoice: id, lines, limit: 5 })
    .autoPagingToArray({ limit: 100 })
  expect(all.map((line) => line.amount)).toEqual(amounts)
  expect(await stripe.creditNotes.preview({ invoice: id, lines })).toMatchObject({
    lines: { has_more: true },
  })
})

rule(
  'a preview refuses what a note would be refused for',
  PREVIEW,
  async ({ stripe, open, draft, refusal }) => {
    const { id } = await open()
    expect((await refusal(stripe.creditNotes.preview({ invoice: id, amount: 3001 }))).param).toBe('amount')
    const unfinished = await draft()
    expect(
      (await refusal(stripe.creditNotes.preview({ invoice: unfinished.id, amount: 1 }))).statusCode,
    ).toBe(400)
  },
)
