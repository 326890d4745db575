import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from './connection'
import { sqlStateOf } from './errors'
import { invoices } from './schema/invoices'
import { asSystem } from './system'
import { onEachDatabase } from './testing'
import { createInvoice, createWorkspace } from './testing-rows'
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

  test('what a transaction left running in the background may use the database once it ended', async () => {
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
      const workspaceId = await createWorkspace()
      const [a, b] = await forWorkspace(workspaceId, async (tx) => [
        await createInvoice(tx),
        await createInvoice(tx),
      ])
      const memo = (order: (string | undefined)[]) =>
        forWorkspace(workspaceId, async (tx) => {
          for (const id of order) {
            await tx.execute(sql`update invoices set memo = memo || '+' where id = ${id}`)
            await tx.execute(sql`select pg_sleep(0.1)`)
          }
        })
      await Promise.all([memo([a, b]), memo([b, a])])
      const rows = await forWorkspace(workspaceId, (tx) => tx.select({ memo: invoices.memo }).from(invoices))
      expect(rows).toEqual([{ memo: '++' }, { memo: '++' }])
    })
  }
})
