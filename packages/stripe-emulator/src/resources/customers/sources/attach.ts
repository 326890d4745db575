import type Stripe from 'stripe'
import { emit } from '../../../events/emit'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { missing } from '../../../wire/refusal'
import type { Wire } from '../../../wire/wire'
import { attach, cardOfNumber } from '../../payments/instrument'
import type { Instrument, PaymentMethod } from '../../payments/methods/payment-method'
import { cardOfToken } from '../../payments/numbers/cards'

type Card = Wire<Stripe.Card>

const BRAND_NAMES: Record<string, string> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'MasterCard',
  visa: 'Visa',
}

/** Returns the card of a test token (`tok_visa`) as a source of the older kind, which has an id of its own. */
export function cardOfSource(unit: UnitOfWork, token: string): Instrument {
  const number = cardOfToken(token)
  if (number === undefined) throw missing('token', token, 'source')
  const { method } = cardOfNumber(unit, number)
  unit.remove('payment_method', method.id)
  unit.remove('instrument', method.id)
  const id = newId('card')
  unit.put('instrument', { id, number })
  return { method: unit.put('payment_method', { ...method, id }), number }
}

/** Attaches such a card, and says so in the older way, too. */
export function attachSource(unit: UnitOfWork, card: Instrument, customer: string) {
  emit(unit, 'customer.source.created', toSource(attach(unit, card, customer)))
}

/** Returns whether a payment method was made as a source. */
export function isSource({ id }: PaymentMethod): boolean {
  return id.startsWith('card_')
}

/** Returns a kept card as the older kind of source shows it. */
export function toSource({ id, card, customer }: PaymentMethod): Card {
  const { brand = 'Unknown', checks = null, country = null, exp_month = 0, exp_year = 0 } = card ?? {}
  return {
    id,
    object: 'card',
    address_city: null,
    address_country: null,
    address_line1: null,
    address_line1_check: null,
    address_line2: null,
    address_state: null,
    address_zip: null,
    address_zip_check: null,
    brand: BRAND_NAMES[brand] ?? 'Unknown',
    country,
    customer,
    cvc_check: checks?.cvc_check ?? null,
    dynamic_last4: null,
    exp_month,
    exp_year,
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? 'unknown',
    last4: card?.last4 ?? '',
    metadata: {},
    name: null,
    regulated_status: card?.regulated_status ?? null,
    tokenization_method: null,
  }
}
