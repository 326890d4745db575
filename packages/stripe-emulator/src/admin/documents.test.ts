import { expect, test } from 'vitest'
import { draft, open } from '../testing/bill'
import { start } from '../testing/start'

const { stripe, emulator } = await start()
const { admin } = emulator

const CARD = { number: '4242424242424242', expMonth: 12, expYear: 2034, cvc: '123' }
const lastOf = (url: string | null | undefined, from = -1) => url?.split('/').at(from) ?? ''

test('a credit note is found by its own link, with its lines and the invoice it corrects', async () => {
  const rate = await stripe.taxRates.create({ display_name: 'VAT', percentage: 20, inclusive: false })
  const lines = [{ amount: 10_000, description: 'Design', tax_rates: [rate.id] }]
  const { id } = await draft(stripe, lines)
  const invoice = await stripe.invoices.finalizeInvoice(id)
  const line = invoice.lines.data[0]?.id ?? ''
  const note = await stripe.creditNotes.create({
    invoice: id,
    lines: [{ type: 'invoice_line_item', invoice_line_item: line, amount: 5000 }],
    memo: 'One page less.',
  })
  const found = admin.creditNoteByToken(lastOf(note.pdf, -2))
  expect(found).toMatchObject({
    note: { id: note.id, total: 6000, memo: 'One page less.' },
    noteLines: [{ description: 'Design', amount: 5000 }],
    invoice: { id, amount_remaining: 6000 },
  })
  expect(found?.taxRates[0]?.display_name).toBe('VAT')
  expect(admin.creditNoteByToken('nonsense')).toBeUndefined()
})

test('the page of an invoice lists its credit notes until they are voided', async () => {
  const invoice = await open(stripe)
  const token = lastOf(invoice.hosted_invoice_url)
  const note = await stripe.creditNotes.create({ invoice: invoice.id, amount: 1000 })
  expect(admin.invoiceByToken(token)?.creditNotes).toMatchObject([{ id: note.id, total: 1000 }])
  await stripe.creditNotes.voidCreditNote(note.id)
  expect(admin.invoiceByToken(token)?.creditNotes).toEqual([])
})

test('a receipt is found by its charge, with what came back of it', async () => {
  const invoice = await open(stripe)
  const token = lastOf(invoice.hosted_invoice_url)
  await admin.payByCard(token, CARD)
  const charge = admin.invoiceByToken(token)?.charge
  expect(charge?.receipt_url).toBe(`${admin.origin}/receipts/${charge?.id}`)
  await stripe.refunds.create({ charge: charge?.id ?? '', amount: 500 })
  expect(admin.receipt(charge?.id ?? '')).toMatchObject({
    charge: { amount: 3000, amount_refunded: 500 },
    refunds: [{ amount: 500 }],
    invoice: { object: { id: invoice.id } },
  })
})

test('neither a failed charge nor an unknown one has a receipt', async () => {
  const invoice = await open(stripe)
  await admin.payByCard(lastOf(invoice.hosted_invoice_url), { ...CARD, number: '4000000000000002' })
  const [failed] = (await stripe.charges.list({ limit: 1 })).data
  expect(failed?.status).toBe('failed')
  expect(admin.receipt(failed?.id ?? '')).toBeUndefined()
  expect(admin.receipt('ch_nope')).toBeUndefined()
})

test('a revised invoice leads to the one in its place', async () => {
  const first = await open(stripe)
  const { id } = await stripe.invoices.create({ from_invoice: { action: 'revision', invoice: first.id } })
  const second = await stripe.invoices.finalizeInvoice(id)
  const hosted = admin.invoiceByToken(lastOf(first.hosted_invoice_url))
  expect(hosted?.invoice.status).toBe('void')
  expect(hosted?.replacement?.number).toBe(second.number)
  expect(admin.invoiceByToken(hosted?.replacement?.token ?? '')?.invoice.id).toBe(second.id)
})
