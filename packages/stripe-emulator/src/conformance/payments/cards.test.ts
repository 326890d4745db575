import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { payNow } from './pay-now'

const TESTING = 'testing'
const DECLINED = 'Your card was declined.'
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
    expect((await payNow(world, { payment_method: id })).status).toBe('succeeded')
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
    const error = await world.refusal(payNow(world, { payment_method: id }))
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
  const error = await world.refusal(
    payNow(world, { payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds' }),
  )
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
  const error = await world.refusal(payNow(world, { payment_method: 'pm_card_visa_chargeDeclined' }))
  const { id = '' } = error.payment_intent ?? {}
  const paid = await world.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' })
  expect(paid).toMatchObject({ status: 'succeeded', last_payment_error: null })
  const charges = await world.stripe.charges.list({ payment_intent: id })
  expect(charges.data.map((charge) => charge.status)).toEqual(['succeeded', 'failed'])
})

rule(
  'a payment with the highest risk never reaches a bank',
  'declines/card#blocked-payments',
  async (world) => {
    const error = await world.refusal(payNow(world, { payment_method: 'pm_card_radarBlock' }))
    expect(error).toMatchObject({ code: 'card_declined', decline_code: 'fraudulent' })
    expect((await world.stripe.charges.retrieve(String(error.charge))).outcome).toMatchObject({
      network_status: 'not_sent_to_network',
      reason: 'highest_risk_level',
      risk_level: 'highest',
      type: 'blocked',
    })
  },
)
