import 'server-only'
import type { Bill } from '@/lib/documents/bill/bill'
import { type Catalog, couponKey, taxKey } from '@/lib/documents/bill/catalog'
import type { TaxBehavior } from '@/lib/documents/draft/draft'
import type { Discount } from '@/lib/documents/values/discount'

/** One thing that a bill needs at Stripe: a tax rate or a coupon. `key` names it in a `Catalog`. */
export type Wanted =
  | { kind: 'tax'; key: string; percent: string; behavior: TaxBehavior }
  | { kind: 'coupon'; key: string; discount: Discount; currency: string }

/** What this bill needs and Stripe does not have yet, each thing once. */
export function missingFrom({ taxRates, coupons }: Catalog, bill: Bill): Wanted[] {
  return wantedBy(bill).filter(({ kind, key }) => !(kind === 'tax' ? taxRates : coupons)[key])
}

/** Only what the bill uses: it is stored with every send. Nothing of it may be missing. */
export function pick({ taxRates, coupons }: Catalog, bill: Bill): Catalog {
  const used = (kind: Wanted['kind'], ids: Record<string, string>) =>
    Object.fromEntries(
      wantedBy(bill).flatMap((wanted) => (wanted.kind === kind ? [[wanted.key, ids[wanted.key] ?? '']] : [])),
    )
  return { taxRates: used('tax', taxRates), coupons: used('coupon', coupons) }
}

/** The catalogue once Stripe has made what was wanted. */
export function including(catalog: Catalog, { kind, key }: Wanted, stripeId: string): Catalog {
  return kind === 'tax'
    ? { ...catalog, taxRates: { ...catalog.taxRates, [key]: stripeId } }
    : { ...catalog, coupons: { ...catalog.coupons, [key]: stripeId } }
}

function wantedBy(bill: Bill): Wanted[] {
  const { taxBehavior: behavior, currency } = bill
  const taxes = bill.lines.flatMap(({ taxPercent: percent }): Wanted[] =>
    percent === '' ? [] : [{ kind: 'tax', key: taxKey(percent, behavior), percent, behavior }],
  )
  const discounts = [bill.discount, ...bill.lines.map((line) => line.discount)]
  const coupons = discounts.flatMap((discount): Wanted[] =>
    discount ? [{ kind: 'coupon', key: couponKey(discount, currency), discount, currency }] : [],
  )
  return [...new Map([...taxes, ...coupons].map((wanted) => [wanted.key, wanted])).values()]
}
