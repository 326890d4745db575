import type Stripe from 'stripe'
import { newId, randomText } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Wire } from '../../../wire/wire'
import type { Invoice } from '../../invoices/invoice'
import { routingOf } from './routing'

export type PaymentIntent = Wire<Stripe.PaymentIntent>

interface Beginnings {
  amount: number
  currency: string
  customer: string | null
  types: string[]
}

/** Bank accounts pay in their own currency only. */
const DEBIT_OF_CURRENCY: Record<string, string> = { usd: 'us_bank_account', eur: 'sepa_debit' }

/** Returns the ways to pay that are switched on for this currency. None of them sends a payer elsewhere. */
export function methodTypes(currency: string): string[] {
  const debit = DEBIT_OF_CURRENCY[currency]
  return debit ? ['card', debit] : ['card']
}

export function newIntent({ amount, currency, customer, types }: Beginnings, now: number): PaymentIntent {
  const id = newId('pi')
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: 'automatic',
    created: now,
    currency,
    customer,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: optionsOf(types),
    payment_method_types: types,
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  }
}

/** Returns the intent that waits for an invoice to be paid. */
export function intentOfInvoice(unit: UnitOfWork, invoice: Invoice): PaymentIntent {
  const { amount_remaining: amount, currency, customer, payment_settings, description, number } = invoice
  const types: string[] = payment_settings.payment_method_types ?? methodTypes(currency)
  const routing = routingOf(unit, invoice)
  return {
    ...newIntent({ amount, currency, customer, types }, unit.now),
    application_fee_amount: routing.application_fee_amount,
    description: description ?? `Payment for Invoice ${number}`,
    on_behalf_of: invoice.on_behalf_of,
    statement_descriptor: invoice.statement_descriptor,
    transfer_data: routing.transfer_data ? toTransfer(routing.transfer_data) : null,
  }
}

/** Returns how each way to pay is asked for, when nothing else was said. */
export function optionsOf(types: string[]): NonNullable<PaymentIntent['payment_method_options']> {
  return {
    ...(types.includes('card') ? { card: CARD_OPTIONS } : {}),
    ...(types.includes('us_bank_account') ? { us_bank_account: { verification_method: 'automatic' } } : {}),
    ...(types.includes('sepa_debit') ? { sepa_debit: {} } : {}),
  }
}

const CARD_OPTIONS = {
  installments: null,
  mandate_options: null,
  network: null,
  request_three_d_secure: 'automatic',
} as const

function toTransfer({ amount, destination }: { amount: number | null; destination: string }) {
  return { ...(amount === null ? {} : { amount }), destination }
}
