import 'server-only'
import { inArray } from 'drizzle-orm'
import { coupons, taxRates } from '@/db/schema/catalog'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import type { Bill } from '@/lib/documents/bill/bill'
import { type Catalog, couponKey, taxKey } from '@/lib/documents/bill/catalog'
import { amountOff, type Discount } from '@/lib/documents/discount'
import { codeOf } from '@/lib/stripe/refusals'
import { type Billing, stripeFor } from '@/lib/stripe/stripe-for'

type Wanted = {
  taxes: { key: string; percent: string }[]
  discounts: { key: string; discount: Discount }[]
}

/** What Stripe already has for this bill; null when something is missing. */
export async function knownCatalog(tx: WorkspaceTx, bill: Bill): Promise<Catalog | null> {
  const catalog = await readCatalog(tx)
  const { taxes, discounts } = missingFrom(catalog, bill)
  return taxes.length + discounts.length === 0 ? pick(catalog, bill) : null
}

/** Makes what is missing at Stripe, one call each, and remembers it. `key` begins the key of every call. */
export async function completeCatalog(billing: Billing, bill: Bill, key: string): Promise<Catalog> {
  const catalog = await forWorkspace(bill.workspaceId, readCatalog)
  const { taxes, discounts } = missingFrom(catalog, bill)
  const stripe = stripeFor(billing)
  for (const { key: name, percent } of taxes) {
    const rate = await stripe.createTaxRate(
      { display_name: 'Tax', percentage: Number(percent), inclusive: bill.taxBehavior === 'inclusive' },
      `${key}:${name}`,
    )
    catalog.taxRates[name] = rate.id
    await rememberTaxRate(bill, percent, rate.id)
  }
  for (const { key: name, discount } of discounts) {
    await createCoupon(billing, name, discount, bill.currency, `${key}:${name}`)
    catalog.coupons[name] = name
    await rememberCoupon(bill, name, discount)
  }
  return pick(catalog, bill)
}

/** Forgets tax rates and coupons that Stripe refused, so that the next send makes them anew. */
export async function forgetCatalog(tx: WorkspaceTx, catalog: Catalog) {
  const rates = Object.values(catalog.taxRates)
  const used = Object.values(catalog.coupons)
  if (rates.length > 0) await tx.delete(taxRates).where(inArray(taxRates.stripeId, rates))
  if (used.length > 0) await tx.delete(coupons).where(inArray(coupons.stripeId, used))
}

async function createCoupon(billing: Billing, id: string, discount: Discount, currency: string, key: string) {
  const value =
    discount.kind === 'percent'
      ? { percent_off: Number(discount.value), name: `${Number(discount.value)} % off` }
      : { amount_off: amountOff(discount, currency), currency, name: 'Discount' }
  try {
    await stripeFor(billing).createCoupon({ id, duration: 'once', ...value }, key)
  } catch (error) {
    // Made before by a send that ended before it could remember it.
    if (codeOf(error) !== 'resource_already_exists') throw error
  }
}

function rememberTaxRate({ workspaceId, taxBehavior }: Bill, percent: string, stripeId: string) {
  return forWorkspace(workspaceId, (tx) =>
    tx
      .insert(taxRates)
      .values({ percent: String(Number(percent)), inclusive: taxBehavior === 'inclusive', stripeId })
      .onConflictDoNothing(),
  )
}

function rememberCoupon({ workspaceId, currency }: Bill, stripeId: string, discount: Discount) {
  const value =
    discount.kind === 'percent'
      ? { percent: discount.value }
      : { amountMinor: amountOff(discount, currency), currency }
  return forWorkspace(workspaceId, (tx) =>
    tx
      .insert(coupons)
      .values({ stripeId, ...value })
      .onConflictDoNothing(),
  )
}

async function readCatalog(tx: WorkspaceTx): Promise<Catalog> {
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

function missingFrom(catalog: Catalog, bill: Bill): Wanted {
  const wanted = wantedBy(bill)
  return {
    taxes: wanted.taxes.filter(({ key }) => !catalog.taxRates[key]),
    discounts: wanted.discounts.filter(({ key }) => !catalog.coupons[key]),
  }
}

/** Only what the bill uses: it is stored with every send. */
function pick(catalog: Catalog, bill: Bill): Catalog {
  const { taxes, discounts } = wantedBy(bill)
  return {
    taxRates: Object.fromEntries(taxes.map(({ key }) => [key, catalog.taxRates[key] ?? ''])),
    coupons: Object.fromEntries(discounts.map(({ key }) => [key, catalog.coupons[key] ?? ''])),
  }
}

function wantedBy(bill: Bill): Wanted {
  const taxes = bill.lines.flatMap(({ taxPercent: percent }) =>
    percent === '' ? [] : [{ key: taxKey(percent, bill.taxBehavior), percent }],
  )
  const discounts = [bill.discount, ...bill.lines.map((line) => line.discount)].flatMap((discount) =>
    discount ? [{ key: couponKey(discount, bill.currency), discount }] : [],
  )
  return { taxes: uniqueByKey(taxes), discounts: uniqueByKey(discounts) }
}

function uniqueByKey<T extends { key: string }>(things: T[]) {
  return [...new Map(things.map((thing) => [thing.key, thing])).values()]
}
