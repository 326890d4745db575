import { expect, test } from 'vitest'
import type { HostedInvoice } from '../../admin/admin'
import { fakeAdmin } from '../testing/admin'
import { aCreditNote } from '../testing/credit-note'
import { aHostedInvoice, anAccount, aPaidInvoice } from '../testing/hosted'
import { aLine, DUE, FINALIZED } from '../testing/invoice'
import { aCharge, anIntent, aPayment } from '../testing/payment'
import { web } from '../web'

async function open(hosted: HostedInvoice, token = 'tok') {
  const response = await web(fakeAdmin(hosted).admin).request(`/invoices/${token}`)
  return { status: response.status, text: await response.text() }
}

test('an open invoice shows what is owed, until when, to whom, and the form to pay it', async () => {
  const { status, text } = await open(aHostedInvoice())
  expect(status).toBe(200)
  for (const part of [
    'Ada Studio',
    'ADA-0007',
    '$153.00 USD',
    'Due December 1, 2026',
    'Mary Byron',
    'United Kingdom',
  ])
    expect(text).toContain(part)
  for (const part of [
    'Website design',
    'Launch offer (10% off)',
    'VAT (20% on $90.00)',
    'Thank you for your trust.',
    'PO-7788',
  ])
    expect(text).toContain(part)
  expect(text).toContain('action="/emulator/invoices/tok/pay"')
  expect(text).toContain('href="/emulator/invoices/tok/pdf"')
})

test('every card field has a label and tells the browser what to fill in', async () => {
  const { text } = await open(aHostedInvoice())
  for (const [name, autocomplete] of Object.entries({
    number: 'cc-number',
    expiry: 'cc-exp',
    cvc: 'cc-csc',
    name: 'cc-name',
  })) {
    expect(text).toContain(`<label for="${name}">`)
    expect(text).toMatch(new RegExp(`id="${name}"[^>]*autocomplete="${autocomplete}"`))
  }
})

test('a late invoice says so', async () => {
  const { text } = await open(aHostedInvoice({ due_date: FINALIZED }))
  expect(text).toContain('Was due November 20, 2026')
})

test('a paid invoice shows a receipt and no form', async () => {
  const { text } = await open(aPaidInvoice())
  expect(text).toContain('$153.00 USD paid on November 20, 2026 with Visa ending in 4242.')
  expect(text).not.toContain('<form')
})

test('a payment outside Stripe is told apart from one by card', async () => {
  const { charge, ...outside } = aPaidInvoice()
  expect(charge).toBeDefined()
  expect((await open(outside)).text).toContain('outside Stripe')
})

test.each([
  ['void', aHostedInvoice({ status: 'void' }), 'no longer payable'],
  ['uncollectible', aHostedInvoice({ status: 'uncollectible' }), 'no longer payable'],
  ['processing', aHostedInvoice({}, { processing: true }), 'on its way'],
])('a %s invoice says why there is nothing to pay', async (_state, hosted, words) => {
  const { status, text } = await open(hosted)
  expect(status).toBe(200)
  expect(text).toContain(words)
  expect(text).not.toContain('<form')
})

test('a draft and an unknown link are the same 404', async () => {
  const draft = await open(aHostedInvoice({ status: 'draft' }))
  const unknown = await open(aHostedInvoice(), 'other')
  expect(draft).toEqual(unknown)
  expect(draft.status).toBe(404)
})

test('an expired link shows nothing of the invoice', async () => {
  const { status, text } = await open(aHostedInvoice({}, { expired: true }))
  expect(status).toBe(410)
  expect(text).toContain('ask Ada Studio for a new link')
  expect(text).not.toContain('153.00')
})

test('hostile words are printed, not obeyed', async () => {
  const hostile = `"><script>alert('x')</script><img src=x onerror=alert(1)>`
  const { text } = await open(
    aHostedInvoice(
      {
        account_name: hostile,
        customer_name: hostile,
        description: hostile,
        footer: hostile,
        custom_fields: [{ name: hostile, value: hostile }],
      },
      { lines: [aLine({ description: hostile })] },
    ),
  )
  expect(text).not.toMatch(/<script|<img/)
  expect(text).toContain('&lt;script&gt;')
})

test('the due day is the day where the business is', async () => {
  const hosted = aHostedInvoice({ due_date: DUE }, { account: anAccount('Pacific/Auckland') })
  const { text } = await open(hosted)
  expect(text).toContain('Due December 2, 2026')
})

test('a partly paid invoice asks for the rest, and lists payments and credit notes with their documents', async () => {
  const { text } = await open(
    aHostedInvoice(
      { amount_paid: 5000, pre_payment_credit_notes_amount: 5400, amount_due: 9900, amount_remaining: 4900 },
      { payments: [{ payment: aPayment(5000), charge: aCharge() }], creditNotes: [aCreditNote()] },
    ),
  )
  expect(text).toContain('>Partly paid</span>')
  expect(text).toContain('$50.00 of $99.00 is paid.')
  expect(text).toContain('Pay $49.00 USD')
  expect(text).toContain('href="/emulator/receipts/ch_1"')
  expect(text).toContain('href="/emulator/credit_notes/tok/pdf"')
})

test('a payment that waits for its bank can be confirmed, or made another way', async () => {
  const { text } = await open(aHostedInvoice({}, { intent: anIntent() }))
  expect(text).toContain('<a class="button" href="/emulator/authenticate/pi_1">Confirm the payment</a>')
  expect(text).toContain('Pay by card')
})

test('why the last payment failed is told to whoever opens the page', async () => {
  const last_payment_error = { type: 'card_error', message: 'Your card has expired.' } as const
  const intent = anIntent({ status: 'requires_payment_method', last_payment_error })
  const { text } = await open(aHostedInvoice({}, { intent }))
  expect(text).toContain('<strong>The last payment failed.</strong> Your card has expired.')
})

test('a withdrawn invoice leads to the one in its place', async () => {
  const replacement = { number: 'ADA-0008', token: 'new' }
  const { text } = await open(aHostedInvoice({ status: 'void' }, { replacement }))
  expect(text).toContain('<a class="button" href="/emulator/invoices/new">Open invoice ADA-0008</a>')
})

test('an invoice paid in parts lists them', async () => {
  const hosted = aPaidInvoice()
  const parts = [
    { payment: aPayment(5300), charge: aCharge({ id: 'ch_2', amount: 5300 }) },
    { payment: aPayment(10_000) },
  ]
  const { text } = await open({ ...hosted, charge: aCharge({ id: 'ch_2', amount: 5300 }), payments: parts })
  expect(text).toContain('$153.00 USD paid on November 20, 2026 in parts.')
  expect(text).toContain('href="/emulator/receipts/ch_2"')
  expect(text).toContain('Outside Stripe')
})

test('a paid invoice leads to its receipt', async () => {
  expect((await open(aPaidInvoice())).text).toContain('<a href="/emulator/receipts/ch_1">View receipt</a>')
})
