import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing/testing'
import { draftDifferences } from '@/lib/documents/draft/differences'
import { syncInvoice } from '@/lib/invoices/mirror/sync'
import { expectUnsendable, sendNew, withLine } from '@/lib/invoices/testing/form'
import { type Atelier, draftFor, must, openAtelier, shown } from '@/lib/invoices/testing/testing'
import { duplicateInvoice } from '@/lib/invoices/write/copy'
import { stripe } from '@/lib/stripe/connect'

testDatabase()

let atelier: Atelier
beforeAll(async () => {
  atelier = await openAtelier({ timeZone: 'Europe/Berlin' })
})

// Summer time begins within it.
const MARCH = { from: '2027-03-01', to: '2027-03-31' }

test('a period goes to Stripe as whole days of the business, and a copy begins without it', async () => {
  const id = await sendNew(atelier, withLine({ period: MARCH }))
  const [sent] = atelier.emulator.admin.invoices(atelier.account)
  const on = { stripeAccount: atelier.account }
  const invoice = await stripe().invoices.retrieve(sent?.id ?? '', undefined, on)
  expect(invoice.lines.data.map(({ period }) => period)).toEqual([
    { start: Date.parse('2027-02-28T23:00:00Z') / 1000, end: Date.parse('2027-03-31T21:59:59Z') / 1000 },
  ])
  expect((await shown(atelier, id)).lines[0]?.period).toEqual(MARCH)
  const copy = must(await duplicateInvoice(atelier.member, { id }))
  expect((await shown(atelier, copy.id)).lines[0]?.period).toBeNull()
})

test.for([
  [{ from: '2027-03-31', to: '2027-03-01' }, 'to'],
  [{ from: '', to: '2027-03-01' }, 'from'],
  [{ from: '2027-03-01', to: '' }, 'to'],
] as const)('an invoice with the period %o is not sent', async ([period, part]) => {
  const refusal = { code: 'date_invalid', field: `lines.0.period.${part}` }
  await expectUnsendable(atelier, withLine({ period }), refusal)
})

test('a period of one day is sent', async () => {
  const period = { from: '2027-03-28', to: '2027-03-28' }
  const id = await sendNew(atelier, withLine({ period }))
  expect((await shown(atelier, id)).lines[0]?.period).toEqual(period)
})

test('two versions with different periods are told apart', () => {
  const mine = draftFor(null, withLine({ period: MARCH }))
  expect(draftDifferences(mine, draftFor(null, withLine({})))).toEqual([
    { label: 'Line 1', mine: 'Design: 1 × 100, 2027-03-01 to 2027-03-31', theirs: 'Design: 1 × 100' },
  ])
})

test('a period that was given in Stripe is mirrored, and the moment of a plain line is none', async () => {
  const on = { stripeAccount: atelier.account }
  const customer = await stripe().customers.create({ name: 'Walk-in' }, on)
  const made = await stripe().invoices.create({ customer: customer.id, currency: 'eur' }, on)
  const midnights = {
    start: Date.parse('2027-02-28T23:00Z') / 1000,
    end: Date.parse('2027-03-31T22:00Z') / 1000,
  }
  const lines = [
    { description: 'Retainer', amount: 100, period: midnights },
    { description: 'Call', amount: 100 },
  ]
  await stripe().invoices.addLines(made.id, { lines }, on)
  const { invoiceId } = await syncInvoice(atelier.workspace, made.id)
  const mirrored = (await shown(atelier, invoiceId ?? '')).lines
  expect(Object.fromEntries(mirrored.map(({ description, period }) => [description, period]))).toEqual({
    Retainer: MARCH,
    Call: null,
  })
})
