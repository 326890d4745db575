import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing/testing'
import { draftDifferences } from '@/lib/documents/draft/differences'
import { syncInvoice } from '@/lib/invoices/mirror/sync'
import { expectUnsavable, sendNew } from '@/lib/invoices/testing/form'
import { type Atelier, addDraft, draftFor, must, openAtelier, shown } from '@/lib/invoices/testing/testing'
import { duplicateInvoice } from '@/lib/invoices/write/copy'
import { stripe } from '@/lib/stripe/connect'

testDatabase()

let atelier: Atelier
beforeAll(async () => {
  atelier = await openAtelier()
})

const PO = 'PO 88-2291'

test('a PO number is printed by Stripe and by us, and copied with the invoice', async () => {
  const id = await sendNew(atelier, { poNumber: ` ${PO}\n` })
  const [invoice] = atelier.emulator.admin.invoices(atelier.account)
  expect(invoice?.custom_fields).toEqual([{ name: 'PO number', value: PO }])
  expect((await shown(atelier, id)).facts).toEqual([{ label: 'PO number', text: PO }])
  const copy = must(await duplicateInvoice(atelier.member, { id }))
  expect((await shown(atelier, copy.id)).poNumber).toBe(PO)
})

test('without a PO number nothing is said of it', async () => {
  const id = await sendNew(atelier)
  const invoices = atelier.emulator.admin.invoices(atelier.account)
  expect(invoices.map(({ custom_fields: fields }) => fields)).toContain(null)
  expect((await shown(atelier, id)).facts).toEqual([])
})

test('a PO number as long as Stripe takes is kept, and one letter more refused', async () => {
  const poNumber = 'x'.repeat(140)
  await addDraft(atelier, { poNumber })
  await expectUnsavable(atelier, { poNumber: `${poNumber}x` }, { code: 'too_long', field: 'draft.poNumber' })
})

test('two versions with different PO numbers are told apart', () => {
  const [mine, theirs] = [draftFor(null, { poNumber: 'A' }), draftFor(null, { poNumber: 'B' })]
  expect(draftDifferences({ ...mine, lines: [] }, { ...theirs, lines: [] })).toEqual([
    { label: 'PO number', mine: 'A', theirs: 'B' },
  ])
})

test('the PO number of an invoice that was made in Stripe is mirrored', async () => {
  const on = { stripeAccount: atelier.account }
  const customer = await stripe().customers.create({ name: 'Walk-in' }, on)
  const custom_fields = [
    { name: 'Project', value: 'Autumn' },
    { name: 'PO number', value: PO },
  ]
  const made = await stripe().invoices.create({ customer: customer.id, currency: 'eur', custom_fields }, on)
  const { invoiceId } = await syncInvoice(atelier.workspace, made.id)
  expect((await shown(atelier, invoiceId ?? '')).facts).toEqual([{ label: 'PO number', text: PO }])
})
