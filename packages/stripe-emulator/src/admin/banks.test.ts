import { expect, test } from 'vitest'
import type { BankEntry, CardEntry } from '../resources/payments/methods/entry'
import { draft, open } from '../testing/bill'
import { start } from '../testing/start'

const { stripe, emulator } = await start()
const { admin } = emulator

const card = (number: string): CardEntry => ({ number, expMonth: 12, expYear: 2034, cvc: '123' })
const usAccount = (account_number: string, routing_number = '110000000'): BankEntry => ({
  type: 'us_bank_account',
  routing_number,
  account_number,
  name: 'Ada',
  email: 'ada@example.com',
})
const iban = (number: string): BankEntry => ({
  type: 'sepa_debit',
  iban: number,
  name: 'Ada',
  email: 'ada@example.com',
})

async function anOpenInvoice(currency = 'usd') {
  const lines = [{ amount: 3000, description: 'Consulting' }]
  const invoice =
    currency === 'usd'
      ? await open(stripe)
      : await stripe.invoices.finalizeInvoice((await draft(stripe, lines, { currency })).id)
  return { id: invoice.id, token: invoice.hosted_invoice_url?.split('/').at(-1) ?? '' }
}

async function askedToConfirm(number: string) {
  const invoice = await anOpenInvoice()
  const outcome = await admin.payByCard(invoice.token, card(number))
  return { ...invoice, intent: outcome.ok && outcome.status === 'requires_action' ? outcome.intent : '' }
}

test.each(['4000002500003155', '4000002760003184', '4000000000003220', '4000008400001629'])(
  'the bank of the card %s asks for its customer',
  async (number) => {
    const { id, intent, token } = await askedToConfirm(number)
    expect(admin.authentication(intent)).toMatchObject({
      intent: { id: intent, amount: 3000, status: 'requires_action' },
      invoice: { number: (await stripe.invoices.retrieve(id)).number },
    })
    expect(admin.invoiceByToken(token)?.intent?.id).toBe(intent)
  },
)

test('a confirmed payment pays, and waits no longer', async () => {
  const { id, intent } = await askedToConfirm('4000002760003184')
  expect(await admin.authenticate(intent, true)).toEqual({ ok: true, status: 'paid' })
  expect((await stripe.invoices.retrieve(id)).status).toBe('paid')
  expect(admin.authentication(intent)).toBeUndefined()
})

test('a payment its owner does not confirm leaves the invoice open, and the page knows why', async () => {
  const { id, intent, token } = await askedToConfirm('4000000000003220')
  const message =
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.'
  expect(await admin.authenticate(intent, false)).toMatchObject({
    ok: false,
    code: 'payment_intent_authentication_failure',
    message,
  })
  expect((await stripe.invoices.retrieve(id)).status).toBe('open')
  expect(admin.invoiceByToken(token)?.intent?.last_payment_error?.message).toBe(message)
  expect(await admin.payByCard(token, card('4242424242424242'))).toEqual({ ok: true, status: 'paid' })
})

test('a card may be confirmed and declined all the same', async () => {
  const { intent } = await askedToConfirm('4000008400001629')
  expect(await admin.authenticate(intent, true)).toMatchObject({ ok: false, code: 'card_declined' })
})

test('an intent nobody knows is confirmed by nobody', async () => {
  expect(admin.authentication('pi_nope')).toBeUndefined()
  expect(await admin.authenticate('pi_nope', true)).toMatchObject({ ok: false })
})

test.each([
  ['usd', usAccount('000123456789')],
  ['eur', iban('DE89370400440532013000')],
])('a debit in %s is on its way until it is settled', async (currency, bank) => {
  const { id, token } = await anOpenInvoice(currency)
  expect(await admin.payByBank(token, bank)).toEqual({ ok: true, status: 'processing' })
  expect(admin.invoiceByToken(token)).toMatchObject({ processing: true, invoice: { status: 'open' } })
  const debit = admin.pendingDebits().find(({ invoice }) => invoice?.id === id)
  expect(debit).toMatchObject({ intent: { status: 'processing' }, method: { type: bank.type } })
  await admin.settle(debit?.intent.id ?? '')
  expect((await stripe.invoices.retrieve(id)).status).toBe('paid')
  expect(admin.pendingDebits().some(({ invoice }) => invoice?.id === id)).toBe(false)
  expect(admin.invoiceByToken(token)).toMatchObject({
    processing: false,
    payments: [{ charge: { paid: true } }],
  })
})

test.each([
  ['insufficient funds', '000222222227', 'settle'],
  ['whatever the bank says', '000123456789', 'fail'],
] as const)('a debit fails for %s, and the invoice can be paid again', async (_why, number, answer) => {
  const { id, token } = await anOpenInvoice()
  await admin.payByBank(token, usAccount(number))
  const debit = admin.pendingDebits().find(({ invoice }) => invoice?.id === id)
  await admin[answer](debit?.intent.id ?? '')
  const hosted = admin.invoiceByToken(token)
  expect(hosted).toMatchObject({ processing: false, invoice: { status: 'open' } })
  expect(hosted?.intent?.last_payment_error?.message).toBeTruthy()
  expect(await admin.payByCard(token, card('4242424242424242'))).toEqual({ ok: true, status: 'paid' })
})

test.each([
  [usAccount('123456789012'), 'account_number'],
  [usAccount('000123456789', '021000021'), 'routing_number'],
  [iban('GB82WEST12345698765432'), 'iban'],
] as const)(
  'an account that is no test account is refused at its %#. field, and kept nowhere',
  async (bank, field) => {
    const { id, token } = await anOpenInvoice()
    expect(await admin.payByBank(token, bank)).toMatchObject({ ok: false, field })
    expect((await stripe.invoices.retrieve(id)).attempted).toBe(false)
    expect(admin.pendingDebits().some(({ invoice }) => invoice?.id === id)).toBe(false)
  },
)
