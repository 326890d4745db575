import 'server-only'
import { coupons, taxRates } from '@/db/schema/catalog'
import type { WorkspaceTx } from '@/db/workspace'
import { type Catalog, taxKey } from '@/lib/documents/bill/catalog'

/** All tax rates and coupons of this business that Stripe has. */
export async function readCatalog(tx: WorkspaceTx): Promise<Catalog> {
  const rates = await tx
    .select({ percent: taxRates.percent, inclusive: taxRates.inclusive, stripeId: taxRates.stripeId })
    .from(taxRates)
  const made = await tx.select({ stripeId: coupons.stripeId }).from(coupons)
  return {
    taxRates: Object.fromEntries(
      rates.flatMap(({ percent, inclusive, stripeId }) =>
        stripeId ? [[taxKey(percent, inclusive ? 'inclusive' : 'exclusive'), stripeId]] : [],
      ),
    ),
    coupons: Object.fromEntries(made.map(({ stripeId }) => [stripeId, stripeId])),
  }
}
