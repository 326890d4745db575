import 'server-only'
import { inArray } from 'drizzle-orm'
import { coupons, taxRates } from '@/db/schema/catalog'
import type { WorkspaceTx } from '@/db/workspace'
import type { Catalog } from '@/lib/documents/bill/catalog'
import { amountOff } from '@/lib/documents/values/discount'
import type { Wanted } from './catalog'

/** Remembers what Stripe has made, for every later bill. */
export async function keepWanted(tx: WorkspaceTx, wanted: Wanted, stripeId: string) {
  if (wanted.kind === 'tax') {
    const { percent, behavior } = wanted
    const rate = { percent: String(Number(percent)), inclusive: behavior === 'inclusive', stripeId }
    await tx.insert(taxRates).values(rate).onConflictDoNothing()
  } else {
    const { discount, currency } = wanted
    const value =
      discount.kind === 'percent'
        ? { percent: discount.value }
        : { amountMinor: amountOff(discount, currency), currency }
    await tx
      .insert(coupons)
      .values({ stripeId, ...value })
      .onConflictDoNothing()
  }
}

/** Forgets tax rates and coupons that Stripe refused, so that the next send makes them anew. */
export async function forgetCatalog(tx: WorkspaceTx, catalog: Catalog) {
  const rates = Object.values(catalog.taxRates)
  const used = Object.values(catalog.coupons)
  if (rates.length > 0) await tx.delete(taxRates).where(inArray(taxRates.stripeId, rates))
  if (used.length > 0) await tx.delete(coupons).where(inArray(coupons.stripeId, used))
}
