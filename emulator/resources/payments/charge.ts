import type Stripe from 'stripe'
import { newId } from '../../state/ids'
import type { Wire } from '../../wire'
import type { PaymentIntent } from './payment-intent'
import type { PaymentMethod } from './payment-method'
import type { CardResult } from './test-cards'

export type Charge = Wire<Stripe.Charge>

/** One try at moving the money, as it ended. */
export function newCharge(
  intent: PaymentIntent,
  method: PaymentMethod,
  result: CardResult,
  now: number,
): Charge {
  const id = newId('ch')
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: result.ok ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: null,
    captured: result.ok,
    created: now,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: result.ok ? null : result.code,
    failure_message: result.ok ? null : result.message,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: outcomeOf(result),
    paid: result.ok,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: { card: cardDetails(method, intent.amount, result), type: 'card' },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: result.ok ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  }
}

function outcomeOf(result: CardResult): Charge['outcome'] {
  return {
    advice_code: result.ok ? null : 'try_again_later',
    network_advice_code: null,
    network_decline_code: null,
    network_status: result.ok ? 'approved_by_network' : 'declined_by_network',
    reason: result.ok ? null : result.declineCode,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: result.ok
      ? 'Payment complete.'
      : 'The bank did not return any further details with this decline.',
    type: result.ok ? 'authorized' : 'issuer_declined',
  }
}

function cardDetails({ card }: PaymentMethod, amount: number, result: CardResult) {
  const details: Wire<Stripe.Charge.PaymentMethodDetails.Card> = {
    amount_authorized: result.ok ? amount : null,
    authorization_code: null,
    brand: card?.brand ?? null,
    checks: card?.checks ?? null,
    country: card?.country ?? null,
    electronic_commerce_indicator: null,
    exp_month: card?.exp_month ?? 0,
    exp_year: card?.exp_year ?? 0,
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? null,
    installments: null,
    last4: card?.last4 ?? null,
    mandate: null,
    network: card?.brand ?? null,
    network_transaction_id: null,
    regulated_status: 'unregulated',
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  }
  return details
}
