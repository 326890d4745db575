import 'server-only'
import { sql } from 'drizzle-orm'
import { workspaces } from '@/db/schema/workspaces'
import type { WorkspaceTx } from '@/db/workspace'
import { type Catalog, taxKey } from '@/lib/documents/bill/catalog'

type Rate = { percent: string; inclusive: boolean; stripeId: string }

/** All tax rates and coupons of this business that Stripe has, as columns of whatever statement reads besides. */
export const CATALOG_COLUMNS = {
  rates: sql<Rate[]>`(select coalesce(json_agg(json_build_object(
    'percent', percent, 'inclusive', inclusive, 'stripeId', stripe_id)), '[]')
    from tax_rates where stripe_id is not null)`,
  couponIds: sql<string[]>`(select coalesce(json_agg(stripe_id), '[]') from coupons)`,
}

export async function readCatalog(tx: WorkspaceTx): Promise<Catalog> {
  // Of workspaces it sees one.
  const [row] = await tx.select(CATALOG_COLUMNS).from(workspaces)
  return catalogOf(row ?? { rates: [], couponIds: [] })
}

export function catalogOf({ rates, couponIds }: { rates: Rate[]; couponIds: string[] }): Catalog {
  return {
    taxRates: Object.fromEntries(
      rates.map(({ percent, inclusive, stripeId }) => [
        taxKey(percent, inclusive ? 'inclusive' : 'exclusive'),
        stripeId,
      ]),
    ),
    coupons: Object.fromEntries(couponIds.map((id) => [id, id])),
  }
}
