import 'server-only'
import { amountOff } from '@/lib/documents/values/discount'
import { codeOf, isMissing } from '@/lib/stripe/failures'
import { OURS } from '@/lib/stripe/metadata'
import { type Billing, stripeFor } from '@/lib/stripe/stripe-for'
import type { Wanted } from './catalog'

/** Has Stripe make a tax rate or a coupon for an operation. */
export async function makeWanted(billing: Billing, wanted: Wanted, opId: string, key: string) {
  return wanted.kind === 'tax' ? makeTaxRate(billing, wanted, opId, key) : makeCoupon(billing, wanted, key)
}

/** What Stripe made for this operation already; null when there is no trace of it. */
export async function findWanted(billing: Billing, wanted: Wanted, opId: string): Promise<string | null> {
  if (wanted.kind === 'coupon') return findCoupon(billing, wanted.key)
  const { percent } = wanted
  const inclusive = wanted.behavior === 'inclusive'
  for await (const { id, percentage, metadata } of stripeFor(billing).listTaxRates({
    active: true,
    inclusive,
  }))
    if (percentage === Number(percent) && metadata?.[OURS.op] === opId) return id
  return null
}

type Tax = Extract<Wanted, { kind: 'tax' }>
type Coupon = Extract<Wanted, { kind: 'coupon' }>

async function makeTaxRate(billing: Billing, { percent, behavior }: Tax, opId: string, key: string) {
  const metadata = { [OURS.op]: opId }
  const params = {
    display_name: 'Tax',
    percentage: Number(percent),
    inclusive: behavior === 'inclusive',
    metadata,
  }
  return (await stripeFor(billing).createTaxRate(params, key)).id
}

/** A coupon has an id of our making, so that each value exists once. */
async function makeCoupon(billing: Billing, { key: id, discount, currency }: Coupon, key: string) {
  const value =
    discount.kind === 'percent'
      ? { percent_off: Number(discount.value), name: `${Number(discount.value)} % off` }
      : { amount_off: amountOff(discount, currency), currency, name: 'Discount' }
  try {
    await stripeFor(billing).createCoupon({ id, duration: 'once', ...value }, key)
  } catch (error) {
    if (codeOf(error) !== 'resource_already_exists') throw error
  }
  return id
}

async function findCoupon(billing: Billing, id: string) {
  try {
    return (await stripeFor(billing).retrieveCoupon(id)).id
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
