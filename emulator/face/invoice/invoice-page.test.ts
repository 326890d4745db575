import { expect, test } from 'vitest'
import type { HostedInvoice } from '../../desk'
import { face } from '../face'
import { aDesk } from '../testing/desk'
import { aHostedInvoice, anAccount, aPaidInvoice } from '../testing/hosted'
import { aLine, DUE, FINALIZED } from '../testing/invoice'

async function open(hosted: HostedInvoice, token = 'tok') {
  const response = await face(aDesk(hosted).desk).request(`/invoices/${token}`)
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
