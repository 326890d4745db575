import { expect } from 'vitest'
import { rule } from '../rule'
import type { World } from '../world'

const TESTING = 'testing'
const DECLINED = 'Your card was declined.'
const NEVER = { enabled: true, allow_redirects: 'never' } as const
const AUTHENTICATION = 'Your card was declined. This transaction requires authentication.'

function pay(
  { stripe }: World,
  payment_method: string,
  more: { off_session?: boolean; return_url?: string } = {},
) {
  return stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    payment_method,
    confirm: true,
    ...(more.return_url ? {} : { automatic_payment_methods: NEVER }),
    ...more,
  })
}

for (const id of [
  'pm_card_visa',
  'pm_card_visa_debit',
  'pm_card_mastercard',
  'pm_card_amex',
  'pm_card_discover',
  'pm_card_diners',
  'pm_card_jcb',
  'pm_card_threeDSecureOptional',
]) {
  rule(`${id} pays`, TESTING, async (world) => {
    expect((await pay(world, id)).status).toBe('succeeded')
  })
}

for (const [id, code, declineCode, message] of [
  ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline', DECLINED],
  [
    'pm_card_visa_chargeDeclinedInsufficientFunds',
    'card_declined',
    'insufficient_funds',
    'Your card has insufficient funds.',
  ],
  ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card', DECLINED],
  ['pm_card_visa_chargeDeclinedStolenCard', 'card_declined', 'stolen_card', DECLINED],
  ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card', 'Your card has expired.'],
  [
    'pm_card_chargeDeclinedIncorrectCvc',
    'incorrect_cvc',
    'incorrect_cvc',
    "Your card's security code is incorrect.",
  ],
  [
    'pm_card_chargeDeclinedProcessingError',
    'processing_error',
    'processing_error',
    'An error occurred while processing your card. Try again in a little bit.',
  ],
  [
    'pm_card_visa_chargeDeclinedVelocityLimitExceeded',
    'card_declined',
    'card_velocity_exceeded',
    'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
  ],
  ['pm_card_chargeCustomerFail', 'card_declined', 'generic_decline', DECLINED],
] as const) {
  rule(`${id} is declined with ${declineCode}`, TESTING, async (world) => {
    const error = await world.refusal(pay(world, id))
    expect(error).toMatchObject({
      statusCode: 402,
      type: 'StripeCardError',
      rawType: 'card_error',
      code,
      decline_code: declineCode,
      message,
      doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`,
    })
    expect(error.param).toBeUndefined()
    expect(error.payment_method?.id).toMatch(/^pm_/)
    expect(error.payment_intent).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      last_payment_error: {
        charge: error.charge,
        code,
        decline_code: declineCode,
        message,
        type: 'card_error',
      },
    })
  })
}

rule('a decline leaves a failed charge, and says so twice', 'declines/card', async (world) => {
  const error = await world.refusal(pay(world, 'pm_card_visa_chargeDeclinedInsufficientFunds'))
  expect(await world.stripe.charges.retrieve(String(error.charge))).toMatchObject({
    amount_captured: 0,
    captured: false,
    paid: false,
    status: 'failed',
    failure_code: 'card_declined',
    failure_message: 'Your card has insufficient funds.',
    balance_transaction: null,
    outcome: {
      network_status: 'declined_by_network',
      reason: 'insufficient_funds',
      type: 'issuer_declined',
      seller_message: 'The bank did not return any further details with this decline.',
    },
  })
  expect((await world.eventTypes()).slice(-2)).toEqual(['charge.failed', 'payment_intent.payment_failed'])
})

rule('after a decline another card may pay the same intent', 'api/payment_intents/confirm', async (world) => {
  const error = await world.refusal(pay(world, 'pm_card_visa_chargeDeclined'))
  const { id = '' } = error.payment_intent ?? {}
  const paid = await world.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })
  expect(paid).toMatchObject({ status: 'succeeded', last_payment_error: null })
  const charges = await world.stripe.charges.list({ payment_intent: id })
  expect(charges.data.map((charge) => charge.status)).toEqual(['succeeded', 'failed'])
})

rule('what looks too risky never reaches a bank', 'declines/card#blocked-payments', async (world) => {
  const error = await world.refusal(pay(world, 'pm_card_radarBlock'))
  expect(error).toMatchObject({ code: 'card_declined', decline_code: 'fraudulent' })
  expect((await world.stripe.charges.retrieve(String(error.charge))).outcome).toMatchObject({
    network_status: 'not_sent_to_network',
    reason: 'highest_risk_level',
    risk_level: 'highest',
    type: 'blocked',
  })
})

for (const id of [
  'pm_card_threeDSecure2Required',
  'pm_card_authenticationRequired',
  'pm_card_authenticationRequiredOnSetup',
  'pm_card_threeDSecureRequiredChargeDeclined',
]) {
  rule(
    `${id}: with its owner there, the bank asks who pays, and charges nothing yet`,
    TESTING,
    async (world) => {
      const intent = await pay(world, id)
      expect(intent).toMatchObject({
        status: 'requires_action',
        latest_charge: null,
        last_payment_error: null,
        next_action: { type: 'use_stripe_sdk' },
      })
      expect(intent.payment_method).not.toBeNull()
      expect((await world.eventTypes()).at(-1)).toBe('payment_intent.requires_action')
    },
  )
}

rule(
  'with an address to come back to, the payer is sent to the bank',
  'payments/3d-secure/authentication-flow',
  async (world) => {
    const return_url = 'https://example.com/back'
    const intent = await pay(world, 'pm_card_threeDSecure2Required', { return_url })
    expect(intent.next_action).toMatchObject({ type: 'redirect_to_url', redirect_to_url: { return_url } })
    expect(intent.next_action?.redirect_to_url?.url).toMatch(/^https?:/)
  },
)

for (const id of ['pm_card_threeDSecure2Required', 'pm_card_authenticationRequired']) {
  rule(`${id}: with nobody there it is declined before any charge`, TESTING, async (world) => {
    const error = await world.refusal(pay(world, id, { off_session: true }))
    expect(error).toMatchObject({
      statusCode: 402,
      code: 'authentication_required',
      decline_code: 'authentication_required',
      message: AUTHENTICATION,
    })
    expect(error.charge).toBeUndefined()
    expect(error.payment_intent).toMatchObject({ status: 'requires_payment_method', latest_charge: null })
    expect(await world.eventTypes()).toEqual(['payment_intent.created', 'payment_intent.payment_failed'])
  })
}

rule('a card that was set up for it pays with nobody there', TESTING, async (world) => {
  expect(
    (await pay(world, 'pm_card_authenticationRequiredSetupForOffSession', { off_session: true })).status,
  ).toBe('succeeded')
  expect((await pay(world, 'pm_card_authenticationRequiredSetupForOffSession')).status).toBe(
    'requires_action',
  )
})

rule('an intent that waits for its payer may be canceled', 'api/payment_intents/cancel', async (world) => {
  const { id } = await pay(world, 'pm_card_threeDSecure2Required')
  expect(await world.stripe.paymentIntents.cancel(id)).toMatchObject({
    status: 'canceled',
    next_action: null,
  })
})

rule(
  'a US bank account pays later: the intent is processing, its charge pending',
  'payments/ach-direct-debit',
  async (world) => {
    const { id: customer } = await world.customer()
    const intent = await world.stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      customer,
      payment_method: 'pm_usBankAccount_processing',
      confirm: true,
      automatic_payment_methods: NEVER,
      mandate_data: { customer_acceptance: { type: 'offline', offline: {} } },
    })
    expect(intent).toMatchObject({ status: 'processing', amount_received: 0 })
    expect(await world.stripe.charges.retrieve(String(intent.latest_charge))).toMatchObject({
      status: 'pending',
      paid: false,
      balance_transaction: null,
      payment_method_details: { type: 'us_bank_account', us_bank_account: { last4: '0009' } },
    })
    expect(await world.eventTypes()).toEqual([
      'customer.created',
      'payment_intent.created',
      'payment_intent.processing',
      'charge.pending',
    ])
  },
)

rule(
  'a debit that is processing may be called back',
  'payments/ach-direct-debit/accept-a-payment',
  async (world) => {
    const intent = await world.stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      payment_method: 'pm_usBankAccount_processing',
      confirm: true,
      automatic_payment_methods: NEVER,
      mandate_data: { customer_acceptance: { type: 'offline', offline: {} } },
    })
    expect((await world.stripe.paymentIntents.cancel(intent.id)).status).toBe('canceled')
  },
)

rule('an IBAN does not pay in dollars', 'payments/sepa-debit', async (world) => {
  const { stripe, refusal } = world
  const sepa_debit = { iban: 'DE89370400440532013000' }
  const method = await stripe.paymentMethods.create({
    type: 'sepa_debit',
    sepa_debit,
    billing_details: { name: 'Ada', email: 'ada@example.com' },
  })
  expect(await refusal(pay(world, method.id))).toMatchObject({
    statusCode: 400,
    code: 'payment_intent_incompatible_payment_method',
  })
})
