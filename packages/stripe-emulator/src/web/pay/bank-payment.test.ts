import { expect, test } from 'vitest'
import { fakeAdmin } from '../testing/admin'
import { aHostedInvoice } from '../testing/hosted'
import { visit } from '../testing/visit'

const US = {
  method: 'us_bank_account',
  routing_number: '110000000',
  account_number: '000123456789',
  name: 'Mary Byron',
  email: 'mary@example.com',
}
const EURO = aHostedInvoice({ currency: 'eur' })
const SEPA = { method: 'sepa_debit', iban: 'DE89370400440532013000', name: 'Mary', email: 'mary@example.com' }

test('an invoice in dollars offers an American account, one in euros a European, one in yen neither', async () => {
  const dollars = (await visit(fakeAdmin(), '/invoices/tok')).text
  const euros = (await visit(fakeAdmin(EURO), '/invoices/tok')).text
  const yen = (await visit(fakeAdmin(aHostedInvoice({ currency: 'jpy' })), '/invoices/tok')).text
  expect(dollars).toContain('href="/emulator/invoices/tok?with=us_bank_account"')
  expect(dollars).not.toContain('with=sepa_debit')
  expect(euros).toContain('href="/emulator/invoices/tok?with=sepa_debit"')
  expect(yen).not.toContain('aria-label="How to pay"')
})

test('only what the invoice names is offered', async () => {
  const only = (payment_method_types: ('us_bank_account' | 'customer_balance')[]) =>
    aHostedInvoice({
      payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types },
    })
  const debit = (await visit(fakeAdmin(only(['us_bank_account'])), '/invoices/tok')).text
  expect(debit).toContain('Pay from a US bank account')
  expect(debit).not.toContain('aria-label="How to pay"')
  const none = (await visit(fakeAdmin(only(['customer_balance'])), '/invoices/tok')).text
  expect(none).toContain('Please ask Ada Studio how to pay')
  expect(none).not.toContain('<form')
})

test('the form of a bank account knows the client and asks for consent', async () => {
  const { text } = await visit(fakeAdmin(), '/invoices/tok?with=us_bank_account')
  for (const name of ['routing_number', 'account_number']) expect(text).toContain(`<label for="${name}">`)
  expect(text).toMatch(/id="name"[^>]*value="Mary Byron"/)
  expect(text).toMatch(/id="email"[^>]*value="mary@example.com"/)
  expect(text).toContain('you allow Ada Studio to take this amount')
})

test.each([
  ['us_bank_account', US, aHostedInvoice()],
  ['sepa_debit', SEPA, EURO],
])('a debit by %s is accepted, and the page waits with the client', async (type, form, hosted) => {
  const world = fakeAdmin(hosted)
  expect((await visit(world, '/invoices/tok/pay', form)).location).toBe('/emulator/invoices/tok')
  expect(world.banks).toMatchObject([{ type, email: 'mary@example.com' }])
  const { text } = await visit(world, '/invoices/tok')
  expect(text).toContain('>Processing</span>')
  expect(text).not.toContain('<form')
})

test('a mistyped account never reaches the emulator, and what was typed stays', async () => {
  const world = fakeAdmin()
  const { status, text } = await visit(world, '/invoices/tok/pay', { ...US, routing_number: '123456789' })
  expect(status).toBe(402)
  expect(text).toContain('id="routing_number-problem"')
  expect(text).toMatch(/id="account_number"[^>]*value="000123456789"/)
  expect(world.banks).toEqual([])
})

test('a bank that refuses at once is quoted beside the account', async () => {
  const outcome = { ok: false, code: 'account_closed', message: 'This account is closed.' } as const
  const world = fakeAdmin(aHostedInvoice(), { outcomes: { '000123456789': outcome } })
  const { text } = await visit(world, '/invoices/tok/pay', US)
  expect(text).toMatch(/id="account_number-problem">This account is closed\./)
})

test('a way to pay that the invoice does not offer falls back to the first it does', async () => {
  const { text } = await visit(fakeAdmin(EURO), '/invoices/tok?with=us_bank_account')
  expect(text).toContain('Pay by card')
  const world = fakeAdmin(EURO)
  expect((await visit(world, '/invoices/tok/pay', US)).status).toBe(402)
  expect(world.banks).toEqual([])
})
