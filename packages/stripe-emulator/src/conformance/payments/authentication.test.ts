import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { payNow } from './pay-now'

const TESTING = 'testing'
const AUTHENTICATION = 'Your card was declined. This transaction requires authentication.'

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
      const intent = await payNow(world, { payment_method: id })
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
    const intent = await payNow(world, { payment_method: 'pm_card_threeDSecure2Required', return_url })
    expect(intent.next_action).toMatchObject({ type: 'redirect_to_url', redirect_to_url: { return_url } })
    expect(intent.next_action?.redirect_to_url?.url).toMatch(/^https?:/)
  },
)

for (const id of ['pm_card_threeDSecure2Required', 'pm_card_authenticationRequired']) {
  rule(`${id}: with nobody there it is declined before any charge`, TESTING, async (world) => {
    const error = await world.refusal(payNow(world, { payment_method: id, off_session: true }))
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
    (
      await payNow(world, {
        payment_method: 'pm_card_authenticationRequiredSetupForOffSession',
        off_session: true,
      })
    ).status,
  ).toBe('succeeded')
  expect(
    (await payNow(world, { payment_method: 'pm_card_authenticationRequiredSetupForOffSession' })).status,
  ).toBe('requires_action')
})

rule('an intent that waits for its payer may be canceled', 'api/payment_intents/cancel', async (world) => {
  const { id } = await payNow(world, { payment_method: 'pm_card_threeDSecure2Required' })
  expect(await world.stripe.paymentIntents.cancel(id)).toMatchObject({
    status: 'canceled',
    next_action: null,
  })
})
