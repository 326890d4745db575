import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from './connection'
import { sqlStateOf } from './errors'
import { invoices } from './schema/invoices'
import { rateLimits } from './schema/rate-limits'
import { asSystem } from './system'
import { createInvoice, createWorkspace } from './testing/rows'
import { onEachDatabase } from './testing/testing'
import { drawTicket } from './ticket'
import { forWorkspace } from './workspace'

onEachDatabase((name) => {
  test('inside a transaction the database itself is refused at once, however it is reached', async () => {
    const { db } = await database()
    const workspaceId = await createWorkspace()
    const inside = (work: () => Promise<unknown>) => forWorkspace(workspaceId, work)
    await expect(inside(async () => db.select().from(invoices))).rejects.toThrow('use its tx')
    await expect(inside(() => forWorkspace(workspaceId, async () => 1))).rejects.toThrow('use its tx')
    await expect(inside(() => asSystem(async () => 1))).rejects.toThrow('use its tx')
    await expect(inside(() => drawTicket())).rejects.toThrow('use its tx')
  })

  test('work that a transaction left running in the background may use the database once it ended', async () => {
    const workspaceId = await createWorkspace()
    let finish = () => {}
    const ended = new Promise<void>((resolve) => {
      finish = resolve
    })
    const [later] = await forWorkspace(workspaceId, async () => [ended.then(drawTicket)])
    finish()
    expect(await later).toBeGreaterThan(0)
  })

  test('a transaction that throws leaves nothing behind', async () => {
    const workspaceId = await createWorkspace()
    const work = forWorkspace(workspaceId, async (tx) => {
      await createInvoice(tx)
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await forWorkspace(workspaceId, (tx) => tx.$count(invoices))).toBe(0)
  })

  test('tickets only ever grow', async () => {
    const [first, second] = [await drawTicket(), await drawTicket()]
    expect(second).toBeGreaterThan(first)
  })

  test('a transaction that PostgreSQL gave up for another runs again, five times at most', async () => {
    let runs = 0
    const giveUp = (times: number) => () =>
      asSystem(async (tx) => {
        runs += 1
        if (runs <= times)
          await tx.execute(sql.raw(`do $$ begin raise exception using errcode = '40P01'; end $$`))
        return runs
      })
    expect(await giveUp(4)()).toBe(5)
    runs = 0
    const error = await giveUp(9)().catch((reason: unknown) => reason)
    expect(runs).toBe(5)
    expect(sqlStateOf(error)).toBe('40P01')
  })

  if (name === 'PostgreSQL') {
    test('a query that would hold a connection for long is cut off', async () => {
      const { db } = await database()
      const { rows } = await db.execute<{ name: string; setting: string }>(
        sql`select name, setting from pg_settings where name like '%\\_timeout' and source = 'client' order by name`,
      )
      expect(rows).toEqual([
        { name: 'idle_in_transaction_session_timeout', setting: '10000' },
        { name: 'lock_timeout', setting: '2000' },
        { name: 'statement_timeout', setting: '5000' },
      ])
    })

    test('two transactions that wait for each other both end', async () => {
      const keys = ['a', 'b']
      await asSystem((tx) => tx.insert(rateLimits).values(keys.map((key) => ({ key, count: 0 }))))
      const gate = meeting(2)
      const countUp = (order: string[]) =>
        asSystem(async (tx) => {
          for (const key of order) {
            await tx.update(rateLimits).set({ count: sql`count + 1` }).where(eq(rateLimits.key, key))
            await gate()
          }
        })
      await Promise.all([countUp(keys), countUp(keys.toReversed())])
      const rows = await asSystem((tx) => tx.select({ count: rateLimits.count }).from(rateLimits))
      expect(rows).toEqual([{ count: 2 }, { count: 2 }])
    })

    test('a connection lost in the middle of a transaction fails that transaction and no more', async () => {
      const { db } = await database()
      const gate = meeting(2)
      let pid = 0
      const lost = asSystem(async (tx) => {
        const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
        pid = rows[0]?.pid ?? 0
        await gate()
        await tx.$count(rateLimits)
      })
      await Promise.all([
        expect(lost).rejects.toThrow(),
        expect
          .poll(() => pid)
          .toBeGreaterThan(0)
          .then(() => db.execute(sql`select pg_terminate_backend(${pid}, 2000)`))
          .then(gate),
      ])
      expect(await drawTicket()).toBeGreaterThan(0)
    })
  }
})

/** A gate that opens once `count` have come to it, and stays open. */
function meeting(count: number) {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return async () => {
    count -= 1
    if (count <= 0) open()
    await opened
  }
}
