import type Stripe from 'stripe'
import type { Book } from '../../state/book'
import { newId } from '../../state/ids'
import { refuse } from '../../transport/refusal'
import { mergeMetadata } from '../../transport/shapes'
import { TEXTS } from '../../unconfirmed'
import type { Wire } from '../../wire'
import type { Invoice } from './invoice'
import type { ShippingCostRequest } from './params'

type ShippingRate = Wire<Stripe.ShippingRate>

/** What shipping adds to an invoice; only automatic tax would tax it. */
export function shippingCost(
  book: Book,
  currency: string,
  given: ShippingCostRequest | null,
): Pick<Invoice, 'amount_shipping' | 'shipping_cost'> {
  if (given === null) return { amount_shipping: 0, shipping_cost: null }
  const rate = given.shipping_rate
    ? book.need('shipping_rate', given.shipping_rate, 'shipping_cost[shipping_rate]')
    : newRate(book, given)
  const { amount = 0, currency: charged = currency } = rate.fixed_amount ?? {}
  if (charged !== currency)
    throw refuse(TEXTS.currencyMismatch(charged, currency), { param: 'shipping_cost' })
  return {
    amount_shipping: amount,
    shipping_cost: {
      amount_subtotal: amount,
      amount_tax: 0,
      amount_total: amount,
      shipping_rate: rate.id,
    },
  }
}

function newRate(book: Book, { shipping_rate_data: data }: ShippingCostRequest): ShippingRate {
  if (!data) throw refuse(TEXTS.needsShippingRate, { param: 'shipping_cost' })
  const { minimum = null, maximum = null } = data.delivery_estimate ?? {}
  return book.put('shipping_rate', {
    id: newId('shr'),
    object: 'shipping_rate',
    active: true,
    created: book.now,
    delivery_estimate: data.delivery_estimate ? { maximum, minimum } : null,
    display_name: data.display_name,
    ...(data.fixed_amount ? { fixed_amount: data.fixed_amount } : {}),
    livemode: false,
    metadata: mergeMetadata({}, data.metadata),
    tax_behavior: data.tax_behavior ?? 'unspecified',
    tax_code: data.tax_code ?? null,
    type: 'fixed_amount',
  })
}
