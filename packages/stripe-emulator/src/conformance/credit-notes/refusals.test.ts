import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { byAmount, CREATE, custom, GUIDE, paid, priced, vat } from './credits'

type Note = Omit<Stripe.CreditNoteCreateParams, 'invoice'>

rule('a note needs an invoice that there is', CREATE, async ({ stripe, refusal, api }) => {
  const { status, body } = await api('/v1/credit_notes', { method: 'POST', body: 'amount=1' })
  expect([status, body]).toMatchObject([400, { error: { code: 'parameter_missing', param: 'invoice' } }])
  expect(await refusal(stripe.creditNotes.create({ invoice: 'in_nope', amount: 1 }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    message: "No such invoice: 'in_nope'",
    param: 'invoice',
  })
})

rule('drafts and void invoices have no notes', GUIDE, async ({ stripe, draft, open, refusal }) => {
  const unfinished = await draft()
  const voided = await stripe.invoices.voidInvoice((await open()).id)
  for (const invoice of [unfinished.id, voided.id]) {
    expect(await refusal(stripe.creditNotes.create({ invoice, amount: 100 }))).toMatchObject({
      statusCode: 400,
      message: 'You can only create credit notes for invoices that are open, paid or uncollectible.',
    })
  }
})

rule('a note of nothing is refused', CREATE, async ({ stripe, open, refusal }) => {
  const { id: invoice } = await open()
  expect((await refusal(stripe.creditNotes.create({ invoice }))).message).toBe(
    'One of `amount`, `lines`, or `shipping_cost` must be provided.',
  )
  expect((await refusal(stripe.creditNotes.create({ invoice, amount: 0 }))).param).toBe('amount')
  expect((await refusal(stripe.creditNotes.create({ invoice, amount: -5 }))).param).toBe('amount')
})

rule(
  'notes cannot exceed the invoice',
  'invoicing/dashboard/credit-notes',
  async ({ stripe, open, refusal }) => {
    const { id: invoice } = await open()
    expect(await refusal(stripe.creditNotes.create({ invoice, amount: 3001 }))).toMatchObject({
      statusCode: 400,
      message:
        'The credit note amount (3001) is greater than the maximum amount that can be credited (3000).',
    })
    await stripe.creditNotes.create({ invoice, amount: 2000 })
    expect((await refusal(stripe.creditNotes.create({ invoice, lines: [custom(1001)] }))).message).toBe(
      'The credit note amount (1001) is greater than the maximum amount that can be credited (1000).',
    )
  },
)

rule('on a paid invoice the parts must come to the whole', GUIDE, async (world) => {
  const { stripe, refusal } = world
  const { id: invoice } = await paid(world)
  const parts: [Note, number][] = [
    [{}, 0],
    [{ refund_amount: 999 }, 999],
    [{ credit_amount: 1001 }, 1001],
    [{ refund_amount: 500, credit_amount: 400, out_of_band_amount: 99 }, 999],
  ]
  for (const [part, sum] of parts) {
    const note = stripe.creditNotes.create({ invoice, amount: 1000, ...part })
    expect((await refusal(note)).message).toBe(
      `The sum of \`refund_amount\`, \`refunds\`, \`credit_amount\` and \`out_of_band_amount\` (${sum}) must equal the post payment amount of the credit note (1000).`,
    )
  }
})

rule('on an open invoice there is nothing to give back', GUIDE, async ({ stripe, open, refusal }) => {
  const { id: invoice } = await open()
  for (const part of [{ refund_amount: 100 }, { credit_amount: 100 }, { out_of_band_amount: 100 }]) {
    const note = stripe.creditNotes.create({ invoice, amount: 100, ...part })
    expect((await refusal(note)).statusCode).toBe(400)
  }
})

rule('a line of another invoice is missing', CREATE, async ({ stripe, open, refusal }) => {
  const { id: invoice } = await open()
  const other = await open()
  const [line] = other.lines.data
  expect(await refusal(stripe.creditNotes.create({ invoice, lines: [byAmount(line, 100)] }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'lines[0][invoice_line_item]',
  })
})

rule('each kind of line has parameters of its own', CREATE, async (world) => {
  const { stripe, open, refusal } = world
  const rate = await vat(world, 20)
  const { id: invoice, lines } = await open([priced(1000, 3)])
  const [line] = lines.data
  const wrong: [Stripe.CreditNoteCreateParams.Line, string][] = [
    [{ ...byAmount(line, 100), description: 'x' }, 'description'],
    [{ ...byAmount(line, 100), unit_amount: 5 }, 'unit_amount'],
    [{ ...byAmount(line, 100), tax_rates: [rate] }, 'tax_rates'],
    [custom(100, { amount: 100 }), 'amount'],
    [custom(100, { invoice_line_item: line?.id }), 'invoice_line_item'],
  ]
  for (const [credit, param] of wrong) {
    const error = await refusal(stripe.creditNotes.create({ invoice, lines: [credit] }))
    expect([error.statusCode, error.param]).toEqual([400, `lines[0][${param}]`])
  }
})

rule('some parameters of a line exclude each other', CREATE, async (world) => {
  const { stripe, open, refusal } = world
  const tax_rate = await vat(world, 20)
  const { id: invoice, lines } = await open([priced(1000, 3)])
  const message = async (line: Stripe.CreditNoteCreateParams.Line) =>
    (await refusal(stripe.creditNotes.create({ invoice, lines: [line] }))).message
  expect(await message({ ...byAmount(lines.data[0], 100), quantity: 1 })).toBe(
    'You may only specify one of these parameters: amount, quantity.',
  )
  const tax_amounts = [{ amount: 1, tax_rate, taxable_amount: 5 }]
  expect(await message(custom(100, { tax_rates: [tax_rate], tax_amounts }))).toBe(
    'You may only specify one of these parameters: tax_amounts, tax_rates.',
  )
})

rule('a line says what it credits', CREATE, async ({ stripe, open, refusal, api }) => {
  const { id: invoice, lines } = await open()
  const [line] = lines.data
  const missing = async (credit: Stripe.CreditNoteCreateParams.Line) =>
    refusal(stripe.creditNotes.create({ invoice, lines: [credit] }))
  const code = 'parameter_missing'
  expect(await missing({ type: 'invoice_line_item', amount: 5 })).toMatchObject({
    code,
    param: 'lines[0][invoice_line_item]',
  })
  expect(await missing({ type: 'invoice_line_item', invoice_line_item: line?.id })).toMatchObject({ code })
  expect(await missing({ type: 'custom_line_item' })).toMatchObject({ code, param: 'lines[0][unit_amount]' })
  const body = `invoice=${invoice}&lines[0][unit_amount]=5`
  const reply = await api('/v1/credit_notes', { method: 'POST', body })
  expect(reply.body).toMatchObject({ error: { code, param: 'lines[0][type]' } })
})

rule('values outside a closed list are refused', CREATE, async ({ open, api }) => {
  const { id } = await open()
  const wrong = [
    ['reason=bored', 'reason', 'duplicate, fraudulent, order_change, or product_unsatisfactory'],
    ['email_type=fax', 'email_type', 'credit_note or none'],
    ['lines[0][type]=gift', 'lines[0][type]', 'custom_line_item or invoice_line_item'],
  ]
  for (const [given, param, words] of wrong) {
    const { status, body } = await api('/v1/credit_notes', {
      method: 'POST',
      body: `invoice=${id}&amount=1&${given}`,
    })
    expect([status, body]).toMatchObject([
      400,
      { error: { param, message: `Invalid ${param}: must be one of ${words}` } },
    ])
  }
})

rule('an unknown tax rate is missing', CREATE, async ({ stripe, open, refusal }) => {
  const { id: invoice } = await open()
  const line = custom(100, { tax_rates: ['txr_nope'] })
  expect(await refusal(stripe.creditNotes.create({ invoice, lines: [line] }))).toMatchObject({
    code: 'resource_missing',
    param: 'lines[0][tax_rates][0]',
  })
})

rule('a refund of another payment cannot be linked', CREATE, async (world) => {
  const { stripe, refusal } = world
  const mine = await paid(world)
  const other = await paid(world)
  const [charge] = (await stripe.charges.list({ customer: String(other.customer) })).data
  const { id } = await stripe.refunds.create({ charge: charge?.id ?? '', amount: 100 })
  const link = (refund: string) =>
    refusal(stripe.creditNotes.create({ invoice: mine.id, amount: 100, refunds: [{ refund }] }))
  expect(await link(id)).toMatchObject({ statusCode: 400, param: 'refunds[0][refund]' })
  expect(await link('re_nope')).toMatchObject({ code: 'resource_missing', param: 'refunds[0][refund]' })
})

rule('shipping that the invoice has not cannot be credited', CREATE, async ({ stripe, open, refusal }) => {
  const { id: invoice } = await open()
  const note = stripe.creditNotes.create({ invoice, shipping_cost: { shipping_rate: 'shr_nope' } })
  expect(await refusal(note)).toMatchObject({ statusCode: 400, param: 'shipping_cost[shipping_rate]' })
})
