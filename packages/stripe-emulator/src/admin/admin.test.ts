import { expect, test } from 'vitest'
import type { CardEntry } from '../resources/payments/methods/entry'
import { draft, open } from '../testing/bill'
import { start } from '../testing/start'

const clock = { now: Math.floor(Date.now() / 1000) }
const { stripe, emulator } = await start({ now: () => clock.now })
const { admin } = emulator

const tokenOf = (url: string | null | undefined) => url?.split('/').at(-1) ?? ''
const card = (number: string): CardEntry => ({ number, expMonth: 12, expYear: 2034, cvc: '123', name: 'Ada' })

test.each([
  ['4000000000000002', 'card_declined', 'generic_decline', 'Your card was declined.', undefined],
  ['4000000000009995', 'card_declined', 'insufficient_funds', 'Your card has insufficient funds.', undefined],
  ['4000000000000069', 'expired_card', 'expired_card', 'Your card has expired.', 'expiry'],
  ['4000000000000127', 'incorrect_cvc', 'incorrect_cvc', "Your card's security code is incorrect.", 'cvc'],
  [
    '4000000000000119',
    'processing_error',
    'processing_error',
    'An error occurred while processing your card. Try again in a little bit.',
    undefined,
  ],
])('the card %s is declined, and another may pay', async (number, code, declineCode, message, field) => {
  const invoice = await open(stripe)
  const token = tokenOf(invoice.hosted_invoice_url)
  const outcome = await admin.payByCard(token, card(number))
  expect(outcome).toEqual({ ok: false, code, declineCode, message, ...(field ? { field } : {}) })
  const tried = await stripe.invoices.retrieve(invoice.id, {
    expand: ['payments.data.payment.payment_intent'],
  })
  expect(tried).toMatchObject({ status: 'open', attempted: true, attempt_count: 1 })
  expect(tried.payments?.data[0]?.payment.payment_intent).toMatchObject({
    status: 'requires_payment_method',
    payment_method: null,
    last_payment_error: { code, decline_code: declineCode },
  })
  expect(await admin.payByCard(token, card('5555555555554444'))).toEqual({ ok: true, status: 'paid' })
  expect(admin.invoiceByToken(token)?.charge?.payment_method_details?.card).toMatchObject({
    brand: 'mastercard',
    last4: '4444',
  })
})

test('a number with a wrong check digit never reaches the bank', async () => {
  const invoice = await open(stripe)
  const outcome = await admin.payByCard(tokenOf(invoice.hosted_invoice_url), card('4242424242424241'))
  expect(outcome).toMatchObject({ ok: false, code: 'incorrect_number', field: 'number' })
  expect((await stripe.invoices.retrieve(invoice.id)).attempted).toBe(false)
})

test('a card that is no test card is refused, and its number is kept nowhere', async () => {
  const number = '4111111111111111'
  const invoice = await open(stripe)
  const outcome = await admin.payByCard(tokenOf(invoice.hosted_invoice_url), card(number))
  expect(outcome).toMatchObject({ ok: false, declineCode: 'test_mode_live_card', field: 'number' })
  expect((await stripe.invoices.retrieve(invoice.id)).attempted).toBe(false)
  const rows = admin.accounts().flatMap(({ id }) => admin.events(id, 1000))
  expect(JSON.stringify(rows)).not.toContain(number)
})

test('paying twice, or what was voided, is refused', async () => {
  const invoice = await open(stripe)
  const token = tokenOf(invoice.hosted_invoice_url)
  const both = await Promise.all([
    admin.payByCard(token, card('4242424242424242')),
    admin.payByCard(token, card('4242424242424242')),
  ])
  expect(both).toMatchObject([{ ok: true }, { ok: false, message: 'Invoice is already paid' }])
  const voided = await stripe.invoices.voidInvoice((await open(stripe)).id)
  const refused = await admin.payByCard(tokenOf(voided.hosted_invoice_url), card('4242424242424242'))
  expect(refused).toMatchObject({ ok: false })
})

test('a payment puts a receipt in the outbox', async () => {
  const { id } = await draft(stripe)
  const sent = await stripe.invoices.sendInvoice(id)
  await admin.payByCard(tokenOf(sent.hosted_invoice_url), card('4242424242424242'))
  const mails = admin.outbox().filter((mail) => mail.invoice === id)
  expect(mails.map((mail) => mail.kind).sort()).toEqual(['invoice', 'receipt'])
  expect(mails[0]?.subject).toContain(`#${sent.number}`)
})

test('the page sees every line, every rate and every coupon', async () => {
  const rate = await stripe.taxRates.create({ display_name: 'VAT', percentage: 20, inclusive: false })
  const coupon = await stripe.coupons.create({ percent_off: 10, name: 'Friends' })
  const lines = Array.from({ length: 12 }, () => ({ amount: 100, tax_rates: [rate.id] }))
  const { id } = await draft(stripe, lines, { discounts: [{ coupon: coupon.id }] })
  const invoice = await stripe.invoices.finalizeInvoice(id)
  await stripe.coupons.del(coupon.id)
  const hosted = admin.invoiceByToken(tokenOf(invoice.hosted_invoice_url))
  expect(hosted?.lines).toHaveLength(12)
  expect(hosted?.taxRates.map((each) => each.display_name)).toEqual(['VAT'])
  expect(hosted?.discounts.map((each) => each.coupon.name)).toEqual(['Friends'])
  expect(hosted).toMatchObject({ processing: false, expired: false, invoice: { id, total: 1296 } })
})

test('neither a draft nor an unknown token has a page', async () => {
  const { id } = await draft(stripe)
  const account = admin.accounts()[0]?.id
  const forged = Buffer.from(`${account},${id},9999999999`).toString('base64url')
  expect(admin.invoiceByToken(`test_${forged}`)).toBeUndefined()
  expect(admin.invoiceByToken('nonsense')).toBeUndefined()
})

test('an old link expires, and asking the API again gives a fresh one', async () => {
  const invoice = await open(stripe)
  const old = tokenOf(invoice.hosted_invoice_url)
  clock.now += 200 * 86_400
  expect(admin.invoiceByToken(old)?.expired).toBe(true)
  expect(await admin.payByCard(old, card('4242424242424242'))).toMatchObject({ ok: false })
  const fresh = await stripe.invoices.retrieve(invoice.id)
  expect(admin.invoiceByToken(tokenOf(fresh.hosted_invoice_url))?.expired).toBe(false)
})

test('the admin interface returns any object by its id', async () => {
  const invoice = await open(stripe)
  const account = admin.accounts()[0]?.id ?? ''
  expect(admin.object(account, invoice.id)).toMatchObject({ id: invoice.id, lines: { total_count: 1 } })
  expect(admin.object(account, String(invoice.customer))).toMatchObject({ object: 'customer' })
  expect(admin.object(account, 'nope')).toBeUndefined()
  expect(admin.events(account, 1)).toMatchObject([{ type: 'invoice.finalized' }])
})
