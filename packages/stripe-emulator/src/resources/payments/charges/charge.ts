import { randomInt, randomUUID } from 'node:crypto'
import type Stripe from 'stripe'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Wire } from '../../../wire/wire'
import type { PaymentIntent } from '../intents/payment-intent'
import { type Instrument, type PaymentMethod, verified } from '../methods/payment-method'
import type { Decline } from '../numbers/decline'
import { behaviourOf } from '../numbers/test-cards'

export type Charge = Wire<Stripe.Charge>
type Details = NonNullable<Charge['payment_method_details']>
type CardDetails = NonNullable<Details['card']>

/** What became of one try: `pending` until a bank has moved the money, `held` until it is captured. */
export type ChargeResult = { is: 'paid' | 'held' | 'pending' } | { is: 'declined'; decline: Decline }

const HOLD_SECONDS = 7 * 86_400

/** Makes one try at moving the money. It keeps its test number, which decides what happens to it later. */
export function newCharge(
  unit: UnitOfWork,
  intent: PaymentIntent,
  instrument: Instrument,
  result: ChargeResult,
  isAuthenticated = false,
): Charge {
  const { method, number } = instrument
  const isDeclined = result.is === 'declined'
  const id = newId(method.type === 'card' ? 'ch' : 'py')
  const captured = result.is === 'paid' || result.is === 'pending'
  unit.put('instrument', { id, number })
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: captured ? intent.amount : 0,
    amount_refunded: 0,
    application: intent.application,
    application_fee: null,
    application_fee_amount: intent.application_fee_amount,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: method.type === 'card' ? 'Stripe' : null,
    captured,
    created: unit.now,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: isDeclined ? result.decline.code : null,
    failure_message: isDeclined ? result.decline.message : null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: intent.on_behalf_of,
    outcome: outcomeOf(number, method, result),
    paid: result.is === 'paid' || result.is === 'held',
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(unit, intent, method, result, isAuthenticated),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: isDeclined ? null : `${unit.context.origin}/receipts/${id}`,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: STATUSES[result.is],
    transfer_data: transferOf(intent),
    transfer_group: intent.transfer_group,
  }
}

const STATUSES = { paid: 'succeeded', held: 'succeeded', pending: 'pending', declined: 'failed' } as const

function outcomeOf(number: string, { type }: PaymentMethod, result: ChargeResult): Charge['outcome'] {
  const none = { advice_code: null, network_advice_code: null, network_decline_code: null }
  const risk_level = type === 'card' ? (behaviourOf(number).riskLevel ?? 'normal') : 'not_assessed'
  if (result.is !== 'declined') {
    const approved = { network_status: 'approved_by_network', reason: null, type: 'authorized' }
    return { ...none, ...approved, risk_level, seller_message: 'Payment complete.' }
  }
  if (result.decline.isBlocked) {
    const blocked = { network_status: 'not_sent_to_network', reason: 'highest_risk_level', type: 'blocked' }
    return { ...none, ...blocked, risk_level, seller_message: 'Stripe blocked this payment as too risky.' }
  }
  return {
    ...none,
    network_status: 'declined_by_network',
    reason: result.decline.declineCode,
    risk_level,
    seller_message: 'The bank did not return any further details with this decline.',
    type: 'issuer_declined',
  }
}

function detailsOf(
  unit: UnitOfWork,
  intent: PaymentIntent,
  method: PaymentMethod,
  result: ChargeResult,
  isAuthenticated: boolean,
): Details {
  const { us_bank_account: bank, sepa_debit: sepa } = method
  if (bank) return { type: 'us_bank_account', us_bank_account: bankDetails(bank) }
  if (sepa) return { sepa_debit: sepaDetails(sepa), type: 'sepa_debit' }
  const card = cardDetails(verified(method), intent.amount, result, isAuthenticated)
  const hold = result.is === 'held' ? { capture_before: unit.now + HOLD_SECONDS } : {}
  return { card: { ...card, ...hold }, type: 'card' }
}

function bankDetails(bank: NonNullable<PaymentMethod['us_bank_account']>) {
  const { account_holder_type, account_type, bank_name, fingerprint, last4, routing_number } = bank
  const account = { account_holder_type, account_type, bank_name, fingerprint, last4, routing_number }
  return { ...account, payment_reference: null }
}

function sepaDetails(sepa: NonNullable<PaymentMethod['sepa_debit']>) {
  const { bank_code, branch_code, country, fingerprint, last4 } = sepa
  return { bank_code, branch_code, country, fingerprint, last4, mandate: null }
}

function cardDetails(
  { card }: PaymentMethod,
  amount: number,
  result: ChargeResult,
  isAuthenticated: boolean,
): CardDetails {
  const isDeclined = result.is === 'declined'
  return {
    amount_authorized: isDeclined ? null : amount,
    authorization_code: isDeclined ? null : String(randomInt(100_000, 1_000_000)),
    brand: card?.brand ?? null,
    checks: card?.checks ?? null,
    country: card?.country ?? null,
    electronic_commerce_indicator: isAuthenticated ? '05' : null,
    exp_month: card?.exp_month ?? 0,
    exp_year: card?.exp_year ?? 0,
    extended_authorization: { status: 'disabled' },
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? null,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card?.last4 ?? null,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card?.brand ?? null,
    network_token: { used: false },
    network_transaction_id: isDeclined ? null : String(randomInt(100_000_000_000, 281_474_976_710_655)),
    overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: isAuthenticated ? authenticated() : null,
    transaction_link_id: null,
    wallet: null,
  }
}

function authenticated(): CardDetails['three_d_secure'] {
  return {
    authentication_flow: 'challenge',
    electronic_commerce_indicator: '05',
    exemption_indicator: null,
    result: 'authenticated',
    result_reason: null,
    transaction_id: randomUUID(),
    version: '2.2.0',
  }
}

function transferOf({ transfer_data: given }: PaymentIntent): Charge['transfer_data'] {
  return given ? { amount: given.amount ?? null, destination: given.destination } : null
}
