import { eq } from 'drizzle-orm'
import Stripe from 'stripe'
import { invoices } from '@/db/schema/invoices'
import { forWorkspace } from '@/db/workspace'
import type { Member } from '@/lib/accounts/member'
import { chargeIdsOf, type Mirror, mirrorOf } from '@/lib/invoices/mirror/projection'
import { paymentsOf } from '@/lib/invoices/mirror/sync-payments'
import { KEY, type LocalStripe } from './stripe'

/** The official SDK, as somebody else's program would use it on this Stripe. */
export function clientOf({ origin }: LocalStripe) {
  const { hostname, port } = new URL(origin)
  return new Stripe(KEY, { host: hostname, port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 })
}

/** What every row should say: Stripe's invoices as they are now, by their id, whoever made them. */
export async function mirrorsOfStripe(local: LocalStripe, timeZone: string) {
  const stripe = clientOf(local)
  const mirrors = new Map<string, Mirror>()
  const expand = ['payments.data.payment.payment_intent']
  for await (const { id } of stripe.invoices.list({ limit: 100 })) {
    const invoice = await stripe.invoices.retrieve(id, { expand })
    const charges = await Promise.all(chargeIdsOf(invoice).map((id) => stripe.charges.retrieve(id)))
    mirrors.set(
      invoice.id,
      mirrorOf(invoice, timeZone, new Map(charges.map((charge) => [charge.id, charge]))),
    )
  }
  return mirrors
}

/** What our rows do say, in the same words. */
export async function mirrorsOfRows({ workspaceId }: Member, like: Map<string, Mirror>) {
  const rows = await forWorkspace(workspaceId, async (tx) => {
    const found = await tx.select().from(invoices).where(eq(invoices.workspaceId, workspaceId))
    const whole = []
    for (const row of found) whole.push({ ...row, payments: await paymentsOf(tx, row.id) })
    return whole
  })
  return new Map(
    rows.map((row) => [row.stripeId, pick(row, Object.keys(like.get(row.stripeId ?? '') ?? row))]),
  )
}

function pick(row: object, names: string[]) {
  return Object.fromEntries(names.map((name) => [name, Reflect.get(row, name)]))
}
