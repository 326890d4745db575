import { expect, test } from 'vitest'
import { customer, draft } from '../../../testing/bill'
import { refusal, start } from '../../../testing/start'

const NOW = 1_800_000_000
const DAY = 86_400
const { stripe } = await start({ now: () => NOW })

test('a draft that advances by itself does so an hour later; clearing and setting it gives the same time', async () => {
  const { id } = await customer(stripe)
  const invoice = await stripe.invoices.create({ customer: id, auto_advance: true })
  expect(invoice).toMatchObject({ automatically_finalizes_at: NOW + 3601, next_payment_attempt: NOW + 3600 })
  const still = await stripe.invoices.update(invoice.id, { auto_advance: false })
  expect(still).toMatchObject({ automatically_finalizes_at: null, next_payment_attempt: null })
  const again = await stripe.invoices.update(invoice.id, { auto_advance: true })
  expect(again.automatically_finalizes_at).toBe(NOW + 3601)
})

test('an invoice that is sent is never charged automatically', async () => {
  const invoice = await draft(stripe, [], { auto_advance: true })
  expect(invoice).toMatchObject({ automatically_finalizes_at: NOW + 3601, next_payment_attempt: null })
})

test('days until due count from the creation; a due date is taken as it is', async () => {
  expect((await draft(stripe)).due_date).toBe(NOW + 30 * DAY)
  const dated = await draft(stripe, [], { days_until_due: undefined, due_date: NOW + 5 })
  expect(dated.due_date).toBe(NOW + 5)
  expect((await stripe.invoices.update(dated.id, { days_until_due: 2 })).due_date).toBe(NOW + 2 * DAY)
  expect((await refusal(stripe.invoices.update(dated.id, { due_date: NOW - 1 }))).param).toBe('due_date')
})

test('texts, fields and metadata are kept, changed and unset', async () => {
  const custom_fields = [{ name: 'PO', value: '42' }]
  const invoice = await draft(stripe, [], {
    description: 'Memo',
    footer: 'Bye',
    custom_fields,
    metadata: { a: '1' },
  })
  expect(invoice).toMatchObject({ description: 'Memo', footer: 'Bye', custom_fields, metadata: { a: '1' } })
  const changed = await stripe.invoices.update(invoice.id, { description: '', custom_fields: '' })
  expect(changed).toMatchObject({ description: null, custom_fields: null, footer: 'Bye' })
})

test('finalizing dates the invoice, sizes its paper and keeps a number that was given', async () => {
  const { id } = await draft(stripe, undefined, { number: 'MINE-1' })
  const final = await stripe.invoices.finalizeInvoice(id)
  expect(final).toMatchObject({
    number: 'MINE-1',
    effective_at: NOW,
    ending_balance: 0,
    rendering: { pdf: { page_size: 'letter' } },
    status_transitions: { finalized_at: NOW, paid_at: null },
  })
  const german = await stripe.accounts.create({ country: 'DE' })
  const there = { stripeAccount: german.id }
  const client = await stripe.customers.create({ email: 'a@b.c' }, there)
  const empty = await stripe.invoices.create({ customer: client.id }, there)
  expect(empty.currency).toBe('eur')
  expect((await stripe.invoices.finalizeInvoice(empty.id, {}, there)).rendering?.pdf?.page_size).toBe('a4')
})

test('a draft to be charged cannot be sent by hand', async () => {
  const { id } = await customer(stripe)
  const invoice = await stripe.invoices.create({ customer: id })
  expect((await refusal(stripe.invoices.sendInvoice(invoice.id))).statusCode).toBe(400)
  expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('draft')
})
