import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sqlStateOf } from './errors'
import { activity } from './schema/activity'
import { clients } from './schema/clients'
import { invoices } from './schema/invoices'
import { users } from './schema/users'
import { uuidv7 } from './schema/uuid'
import { workspaces } from './schema/workspaces'
import { asSystem } from './system'
import { createInvoice, createWorkspace } from './testing/rows'
import { onEachDatabase } from './testing/testing'
import { forWorkspace } from './workspace'

const FORBIDDEN = '42501'
const NO_SUCH_ROW = '23503'

async function refusal(work: Promise<unknown>) {
  return sqlStateOf(
    await work.then(
      () => 'not refused',
      (error: unknown) => error,
    ),
  )
}

onEachDatabase(() => {
  test('a workspace sees its own rows and nothing of another', async () => {
    const [ours, theirs] = [await createWorkspace(), await createWorkspace()]
    const invoiceId = await forWorkspace(ours, (tx) => createInvoice(tx))
    const find = () => (tx: Parameters<Parameters<typeof forWorkspace>[1]>[0]) =>
      tx.select({ id: invoices.id }).from(invoices)
    expect(await forWorkspace(ours, find())).toEqual([{ id: invoiceId }])
    expect(await forWorkspace(theirs, find())).toEqual([])
    expect(await forWorkspace(theirs, (tx) => tx.select({ id: workspaces.id }).from(workspaces))).toEqual([
      { id: theirs },
    ])
  })

  test('another workspace cannot change, insert into, or be moved into', async () => {
    const [ours, theirs] = [await createWorkspace(), await createWorkspace()]
    const id = await forWorkspace(ours, (tx) => createInvoice(tx))
    const changed = await forWorkspace(theirs, (tx) =>
      tx.update(invoices).set({ memo: 'mine now' }).where(eq(invoices.id, id)).returning({ id: invoices.id }),
    )
    expect(changed).toEqual([])
    expect(await refusal(forWorkspace(theirs, (tx) => createInvoice(tx, { workspaceId: ours })))).toBe(
      FORBIDDEN,
    )
    const move = forWorkspace(ours, (tx) =>
      tx.update(invoices).set({ workspaceId: theirs }).where(eq(invoices.id, id)),
    )
    expect(await refusal(move)).toBe(FORBIDDEN)
  })

  test("another workspace's client cannot be billed", async () => {
    const [ours, theirs] = [await createWorkspace(), await createWorkspace()]
    const clientId = uuidv7()
    await forWorkspace(theirs, (tx) =>
      tx.insert(clients).values({ id: clientId, name: 'Ada', email: 'ada@example.com' }),
    )
    expect(await refusal(forWorkspace(ours, (tx) => createInvoice(tx, { clientId })))).toBe(NO_SUCH_ROW)
  })

  test('no workspace, no rows; and the workspace ends with its transaction', async () => {
    const ours = await createWorkspace()
    await forWorkspace(ours, (tx) => createInvoice(tx))
    expect(await forWorkspace('', (tx) => tx.select({ id: invoices.id }).from(invoices))).toEqual([])
    const rows = await asSystem(async (tx) => {
      const setting = sql<string>`current_setting('app.workspace_id', true)`
      return tx.select({ setting, user: sql<string>`current_user::text` }).from(workspaces).limit(1)
    })
    expect(rows).toEqual([{ setting: '', user: 'centwise_system' }])
  })

  test('a tenant cannot read people or their sign-ins', async () => {
    const ours = await createWorkspace()
    expect(await refusal(forWorkspace(ours, (tx) => tx.select({ id: users.id }).from(users)))).toBe(FORBIDDEN)
  })

  test('activity can be added to and never rewritten, by a workspace or by the system', async () => {
    const ours = await createWorkspace()
    const entry = { subjectId: uuidv7(), kind: 'invoice_sent' }
    await forWorkspace(ours, (tx) => tx.insert(activity).values(entry))
    await asSystem((tx) => tx.insert(activity).values({ ...entry, workspaceId: ours }))
    expect(await forWorkspace(ours, (tx) => tx.select({ kind: activity.kind }).from(activity))).toHaveLength(
      2,
    )
    const rewrite = { kind: 'nothing_happened' }
    expect(await refusal(forWorkspace(ours, (tx) => tx.update(activity).set(rewrite)))).toBe(FORBIDDEN)
    expect(await refusal(forWorkspace(ours, (tx) => tx.delete(activity)))).toBe(FORBIDDEN)
    expect(await refusal(asSystem((tx) => tx.update(activity).set(rewrite)))).toBe(FORBIDDEN)
    expect(await refusal(asSystem((tx) => tx.delete(activity)))).toBe(FORBIDDEN)
  })
})
