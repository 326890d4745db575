import { expect, test } from 'vitest'
import { fakeAdmin } from '../testing/admin'
import { aCreditNote } from '../testing/credit-note'
import { aHostedInvoice, aPaidInvoice } from '../testing/hosted'
import { visit } from '../testing/visit'

const mail = (kind: string, hosted = aHostedInvoice()) => visit(fakeAdmin(hosted), `/outbox/mail_${kind}`)

test('the outbox lists each e-mail with its reader and its kind', async () => {
  const { text } = await visit(fakeAdmin(), '/outbox')
  expect(text).toContain('href="/emulator/outbox/mail_invoice"')
  expect(text).toContain('mary@example.com')
  for (const kind of ['Invoice', 'Receipt', 'Credit note', 'Payment failed', 'Action required'])
    expect(text).toContain(`>${kind}</td>`)
})

test('an empty outbox says what fills it', async () => {
  const { admin } = fakeAdmin()
  const { text } = await visit({ admin: { ...admin, outbox: () => [] } }, '/outbox')
  expect(text).toContain('Send an invoice and it appears here.')
})

test('an invoice is asked for with its amount, its day and its button', async () => {
  const { text } = await mail('invoice')
  expect(text).toContain('Invoice from Ada Studio')
  expect(text).toContain('<a class="button" href="/emulator/invoices/tok">Pay this invoice</a>')
  expect(text).toContain('Due December 1, 2026')
  expect(text).toContain('href="/emulator/invoices/tok/pdf"')
})

test('a receipt says how it was paid and leads to the receipt', async () => {
  const { text } = await mail('receipt', aPaidInvoice())
  expect(text).toContain('Receipt from Ada Studio')
  expect(text).toContain('with Visa ending in 4242')
  expect(text).toContain('href="/emulator/receipts/ch_1"')
})

test('a credit note names its amount, its memo and its PDF', async () => {
  const { text } = await mail('credit_note', aHostedInvoice({}, { creditNotes: [aCreditNote()] }))
  expect(text).toContain('$54.00')
  expect(text).toContain('Credit note ADA-0007-CN-01 for invoice ADA-0007')
  expect(text).toContain('One page less.')
  expect(text).toContain('href="/emulator/credit_notes/tok/pdf"')
  expect((await mail('credit_note')).text).toContain('has been voided since')
})

test('a failed payment says why, and that it may be tried again', async () => {
  const { text } = await mail('payment_failed')
  expect(text).toContain('Your payment to Ada Studio was unsuccessful')
  expect(text).toContain('Your card was declined.')
  expect(text).toContain('>Pay this invoice</a>')
})

test('a payment that waits for its bank is to be confirmed', async () => {
  const { text } = await mail('action_required')
  expect(text).toContain('Confirm your payment to Ada Studio')
  expect(text).toContain('<a class="button" href="/emulator/invoices/tok">Confirm the payment</a>')
})

test('there is no e-mail of another id', async () => {
  expect((await mail('none')).status).toBe(404)
})
