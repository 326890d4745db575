import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { open } from '../../testing/bill'
import { eventTypes, refusal, start } from '../../testing/start'

const { stripe, emulator } = await start()
const { admin } = emulator

function asked(payment_method: string): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    payment_method,
    confirm: true,
    return_url: 'https://example.com/back',
  })
}

test('a payer who authenticates has paid, and the charge says so', async () => {
  const { id } = await asked('pm_card_threeDSecure2Required')
  expect(await admin.authenticate(id, true)).toEqual({ ok: true, status: 'paid' })
  const intent = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] })
  expect(intent).toMatchObject({
    latest_charge: { payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } } },
    next_action: null,
    status: 'succeeded',
  })
})

test('a payer who fails to authenticate is asked for another card, and no bank was asked', async () => {
  const { id } = await asked('pm_card_threeDSecure2Required')
  const before = (await eventTypes(stripe)).length
  await admin.authenticate(id, false)
  expect((await eventTypes(stripe)).slice(before)).toEqual(['payment_intent.payment_failed'])
  const intent = await stripe.paymentIntents.retrieve(id)
  expect(intent).toMatchObject({
    last_payment_error: { code: 'payment_intent_authentication_failure', type: 'invalid_request_error' },
    latest_charge: null,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  })
  expect(intent.last_payment_error?.decline_code).toBeUndefined()
})

test.each([
  ['pm_card_threeDSecureRequiredChargeDeclined', 'card_declined', 'generic_decline'],
  ['pm_card_authenticationRequiredChargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
  ['pm_card_threeDSecureRequiredProcessingError', 'processing_error', 'processing_error'],
])('%s is declined even so', async (method, code, declineCode) => {
  const { id } = await asked(method)
  expect(await admin.authenticate(id, true)).toMatchObject({ ok: false, code, declineCode })
  const { latest_charge } = await stripe.paymentIntents.retrieve(id)
  expect(await stripe.charges.retrieve(String(latest_charge))).toMatchObject({ status: 'failed' })
})

test('an authentication is answered once', async () => {
  const { id } = await asked('pm_card_threeDSecure2Required')
  await admin.authenticate(id, true)
  await expect(admin.authenticate(id, false)).rejects.toThrow()
  expect((await stripe.paymentIntents.retrieve(id)).status).toBe('succeeded')
})

test('a manual capture is still held after authentication', async () => {
  const { id } = await stripe.paymentIntents.create({
    amount: 2000,
    capture_method: 'manual',
    confirm: true,
    currency: 'usd',
    payment_method: 'pm_card_threeDSecure2Required',
  })
  await admin.authenticate(id, true)
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
    amount_capturable: 2000,
    status: 'requires_capture',
  })
})

test('an invoice that asked for its payer is paid once they answer', async () => {
  const invoice = await open(stripe)
  const pay = stripe.invoices.pay(invoice.id, {
    off_session: false,
    payment_method: 'pm_card_threeDSecure2Required',
  })
  const intent = String((await refusal(pay)).payment_intent?.id)
  const before = (await eventTypes(stripe)).length
  await admin.authenticate(intent, true)
  expect((await eventTypes(stripe)).slice(before)).toEqual([
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice.updated',
    'invoice.paid',
    'invoice.payment_succeeded',
    'invoice_payment.paid',
  ])
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ attempt_count: 1, status: 'paid' })
})
