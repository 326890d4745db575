import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proofSize } from '@/lib/testing/proof-size'
import { invoiceStatus, invoices } from './schema/invoices'
import { invoiceDueTotals, invoiceTotals } from './schema/totals'
import { createInvoice, createWorkspace } from './testing/rows'
import { onEachDatabase } from './testing/testing'
import { forWorkspace, type WorkspaceTx } from './workspace'

const amounts = fc.record({
  status: fc.constantFrom(...invoiceStatus.enumValues),
  currency: fc.constantFrom('eur', 'usd', 'jpy'),
  totalMinor: fc.integer({ min: -5_000, max: 9_999_999_999 }),
  amountPaidMinor: fc.nat(99_999_999),
  amountRemainingMinor: fc.nat(99_999_999),
  dueDate: fc.constantFrom(null, '2026-11-30', '2026-12-01'),
})

const change = fc.oneof(
  fc.record({
    do: fc.constant('insert' as const),
    invoices: fc.array(amounts, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ do: fc.constant('update' as const), pick: fc.nat(), to: amounts }),
  fc.record({ do: fc.constant('update all' as const), to: amounts }),
  fc.record({
    do: fc.constant('update' as const),
    pick: fc.nat(),
    to: fc.record({ dueDate: fc.constantFrom(null, '2026-12-01') }),
  }),
  fc.record({ do: fc.constant('mark deleted' as const), pick: fc.nat() }),
  fc.record({ do: fc.constant('delete' as const), pick: fc.nat() }),
)

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

async function apply(tx: WorkspaceTx, made: Change, ids: string[]) {
  if (made.do === 'insert') {
    for (const each of made.invoices) ids.push(await createInvoice(tx, each))
    return
  }
  if (made.do === 'update all') return void (await tx.update(invoices).set(made.to))
  const id = ids[made.pick % ids.length]
  if (id === undefined) return
  if (made.do === 'update') await tx.update(invoices).set(made.to).where(eq(invoices.id, id))
  if (made.do === 'mark deleted')
    await tx.update(invoices).set({ deletedAt: new Date() }).where(eq(invoices.id, id))
  if (made.do === 'delete') await tx.delete(invoices).where(eq(invoices.id, id))
}

type Total = Omit<typeof invoiceTotals.$inferSelect, 'workspaceId'>

/** What invoice_totals should say, counted by hand. */
async function recount(tx: WorkspaceTx): Promise<Total[]> {
  const totals = new Map<string, Total>()
  for (const row of await tx.select().from(invoices)) {
    if (row.deletedAt) continue
    const { status, currency } = row
    const zero = { status, currency, count: 0, totalMinor: 0, paidMinor: 0, remainingMinor: 0 }
    const total = totals.get(status + currency) ?? zero
    total.count += 1
    total.totalMinor += row.totalMinor
    total.paidMinor += row.amountPaidMinor
    total.remainingMinor += row.amountRemainingMinor
    totals.set(status + currency, total)
  }
  return [...totals.values()].sort(byKey)
}

async function kept(tx: WorkspaceTx): Promise<Total[]> {
  const rows = await tx.select().from(invoiceTotals)
  return rows
    .filter(({ count }) => count > 0)
    .map(({ workspaceId, ...total }) => total)
    .sort(byKey)
}

type DueTotal = Omit<typeof invoiceDueTotals.$inferSelect, 'workspaceId'>

/** What invoice_due_totals should say, counted by hand. */
async function recountDue(tx: WorkspaceTx): Promise<DueTotal[]> {
  const totals = new Map<string, DueTotal>()
  for (const { status, dueDate, currency, deletedAt, amountRemainingMinor } of await tx
    .select()
    .from(invoices)) {
    if (status !== 'open' || !dueDate || deletedAt) continue
    const total = totals.get(dueDate + currency) ?? { dueDate, currency, count: 0, remainingMinor: 0 }
    total.count += 1
    total.remainingMinor += amountRemainingMinor
    totals.set(dueDate + currency, total)
  }
  return [...totals.values()].sort(byDay)
}

async function keptDue(tx: WorkspaceTx): Promise<DueTotal[]> {
  const rows = await tx.select().from(invoiceDueTotals)
  return rows.map(({ workspaceId, ...total }) => total).sort(byDay)
}

const byDay = (a: DueTotal, b: DueTotal) => (a.dueDate + a.currency).localeCompare(b.dueDate + b.currency)

const byKey = (a: Total, b: Total) => (a.status + a.currency).localeCompare(b.status + b.currency)

onEachDatabase(() => {
  test('the totals kept by the trigger equal a recount after any changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const workspaceId = await createWorkspace()
        await forWorkspace(workspaceId, async (tx) => {
          const ids: string[] = []
          for (const made of changes) await apply(tx, made, ids)
          expect(await kept(tx)).toEqual(await recount(tx))
          expect(await keptDue(tx)).toEqual(await recountDue(tx))
        })
      }),
      { numRuns: proofSize(15, 200) },
    )
  })

  test('a total that nothing counts towards any more is nought in every column', async () => {
    const workspaceId = await createWorkspace()
    await forWorkspace(workspaceId, async (tx) => {
      await createInvoice(tx, { totalMinor: 1_234, amountPaidMinor: 34, amountRemainingMinor: 1_200 })
      await tx.delete(invoices)
      const [total] = await tx.select().from(invoiceTotals)
      expect(total).toMatchObject({ count: 0, totalMinor: 0, paidMinor: 0, remainingMinor: 0 })
    })
  })
})
