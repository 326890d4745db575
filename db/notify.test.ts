import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { database } from './connection'
import { announce, type Change, listen, type QueueName, wakesWorkersOf } from './notify'
import { asSystem } from './system'
import { createWorkspace } from './testing/rows'
import { onEachDatabase } from './testing/testing'
import { forWorkspace } from './workspace'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** Everything heard so far, and a way to wait for the next of it. */
async function ear(workspaceId?: string) {
  const heard: (Change | QueueName | 'reconnect')[] = []
  let wake = () => {}
  const hear = (what: (typeof heard)[number]) => {
    heard.push(what)
    wake()
  }
  stops.push(
    await listen({ workspaceId, onChange: hear, onWork: hear, onReconnect: () => hear('reconnect') }),
  )
  const until = async (count: number) => {
    while (heard.length < count)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    return heard
  }
  return { heard, until }
}

onEachDatabase((name) => {
  test('a change is heard once its transaction commits, and never when it does not', async () => {
    const workspaceId = await createWorkspace()
    const { heard, until } = await ear(workspaceId)
    const change: Change = { workspaceId, topics: ['invoices'], invoiceIds: ['one'] }
    const dropped = forWorkspace(workspaceId, async (tx) => {
      await announce(tx, { ...change, invoiceIds: ['dropped'] })
      throw new Error('rolled back')
    })
    await expect(dropped).rejects.toThrow('rolled back')
    await forWorkspace(workspaceId, async (tx) => {
      await announce(tx, change)
      await tx.execute(sql`select 1`)
      expect(heard).toEqual([])
    })
    expect(await until(1)).toEqual([change])
  })

  test('a change too long for one message names no invoices', async () => {
    const { until } = await ear('w')
    const invoiceIds = Array.from({ length: 400 }, (_, i) => `invoice-of-some-length-${i}`)
    await asSystem((tx) => announce(tx, { workspaceId: 'w', topics: ['invoices', 'clients'], invoiceIds }))
    expect(await until(1)).toEqual([{ workspaceId: 'w', topics: ['invoices', 'clients'] }])
  })

  test('of a thousand workspaces that listen only the one that changed is asked', async () => {
    const asked: string[] = []
    for (let i = 0; i < 1_000; i++) {
      const workspaceId = `workspace ${i}`
      const listener = {
        workspaceId,
        get onChange() {
          asked.push(workspaceId)
          return () => {}
        },
      }
      stops.push(await listen(listener))
    }
    const { until } = await ear('workspace 7')
    await asSystem((tx) => announce(tx, { workspaceId: 'workspace 7', topics: ['invoices'] }))
    await until(1)
    expect(asked).toEqual(['workspace 7'])
  })

  const wake = (queue: QueueName) => asSystem((tx) => tx.execute(sql`select ${wakesWorkersOf(queue)}`))

  test('all who listen hear, and one that stopped hears no more', async () => {
    const [first, second] = [await ear(), await ear()]
    await wake('events')
    expect(await first.until(1)).toEqual(['events'])
    expect(await second.until(1)).toEqual(['events'])
    await stops.shift()?.()
    await wake('operations')
    expect(await second.until(2)).toEqual(['events', 'operations'])
    expect(first.heard).toEqual(['events'])
  })

  if (name === 'PostgreSQL')
    test('a lost connection is made anew and said so', async () => {
      const { until } = await ear()
      const { db } = await database()
      await db.execute(sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'centwise listener' and datname = current_database()`)
      expect(await until(1)).toEqual(['reconnect'])
      await wake('sweeps')
      expect(await until(2)).toEqual(['reconnect', 'sweeps'])
    })
})
