import type Stripe from 'stripe'
import { newId } from '../../../state/ids'
import type { Wire } from '../../../wire/wire'

export type Price = Wire<Stripe.Price>

export interface PriceFacts {
  currency: string
  product: string
  /** Minor units, as decimal text. */
  unitAmountDecimal: string
  taxBehavior?: Price['tax_behavior']
}

export function newPrice(
  { currency, product, unitAmountDecimal, taxBehavior }: PriceFacts,
  now: number,
): Price {
  return {
    id: newId('price'),
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    created: now,
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product,
    recurring: null,
    tax_behavior: taxBehavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: unitAmountDecimal.includes('.') ? null : Number(unitAmountDecimal),
    unit_amount_decimal: unitAmountDecimal,
  }
}
