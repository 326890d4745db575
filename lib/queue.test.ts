import { eq, type SQL, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { database } from '@/db/connection'
import { stripeEvents } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { onEachDatabase } from '@/db/testing/testing'
import { claim, dueIn, leased, putOff } from './queue'

const QUEUE = {
  table: stripeEvents,
  key: [stripeEvents.account, stripeEvents.eventId],
  waiting: sql`${stripeEvents.state} = 'pending'`,
  leaseSeconds: 30,
}
const EVENT = { account: 'acct_1', type: 'ping', payload: {}, createdAt: new Date(0) }

onEachDatabase((store) => {
  beforeEach(async () => {
    const { db } = await database()
    await db.execute(sql`truncate ${stripeEvents}`)
  })

  test('due rows are claimed once, the longest waiting first', async () => {
    await add('second', sql`now() - interval '1 second'`)
    await add('first', sql`now() - interval '2 seconds'`)
    await add('later', sql`now() + interval '1 hour'`)
    expect(await claimed(1)).toEqual(['first'])
    expect(await claimed(5)).toEqual(['second'])
    expect(await claimed(5)).toEqual([])
  })

  // A time rounded up to the millisecond would lie ahead of the clock half of the time.
  test('a row made at this moment is due at this moment', async () => {
    for (let i = 0; i < 12; i++) {
      const rows = await asSystem(async (tx) => {
        await tx.insert(stripeEvents).values({ ...EVENT, eventId: `new ${i}` })
        return claim(tx, QUEUE, 1)
      })
      expect(rows).toMatchObject([{ eventId: `new ${i}` }])
    }
  })

  test('many claims at once share the rows, and none gets the row of another', async () => {
    const ids = Array.from({ length: 40 }, (_, i) => `event ${i}`)
    for (const id of ids) await add(id)
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimed(3)))
    expect(claims.flat().sort()).toEqual(ids.sort())
  })

  // PGlite runs one transaction at a time.
  if (store === 'PostgreSQL')
    test('a claim passes over a row that an open transaction claims at this moment', async () => {
      await add('first', sql`now() - interval '2 seconds'`)
      await add('second', sql`now() - interval '1 second'`)
      let claimFirst = () => {}
      const firstIsClaimed = new Promise<void>((resolve) => {
        claimFirst = resolve
      })
      const other = firstIsClaimed.then(() => claimed(2))
      await asSystem(async (tx) => {
        expect(await claim(tx, QUEUE, 1)).toMatchObject([{ eventId: 'first' }])
        claimFirst()
        expect(await other).toEqual(['second'])
      })
    })

  test('of rows that share half of their key, only those that wait are claimed', async () => {
    await add('over', undefined, { state: 'done' })
    await add('waiting')
    await add('over', undefined, { account: 'acct_2' })
    const rows = await asSystem((tx) => claim(tx, QUEUE, 5))
    const keys = rows.map(({ account, eventId }) => `${account} ${eventId}`)
    expect(keys.sort()).toEqual(['acct_1 waiting', 'acct_2 over'])
    const [over] = await asSystem((tx) => tx.select().from(stripeEvents).where(isOver))
    expect(over?.leaseUntil).toBeNull()
  })

  test('a lease that has run out is taken over, and one that was renewed is not', async () => {
    await add('left')
    await add('kept')
    await claimed(2)
    await asSystem((tx) => tx.update(stripeEvents).set({ leaseUntil: sql`now() - interval '1 second'` }))
    await asSystem((tx) => tx.update(stripeEvents).set(leased(QUEUE)).where(eq(stripeEvents.eventId, 'kept')))
    expect(await claimed(5)).toEqual(['left'])
  })

  test('a failed row waits longer each time, up to a limit, and belongs to nobody meanwhile', async () => {
    await add('failing')
    const waits: number[] = []
    for (let tries = 0; tries < 40; tries++) {
      const changes = putOff({ tries }, 30)
      expect(changes.tries).toBe(tries + 1)
      waits.push(await waitAfter({ nextTryAt: changes.nextTryAt, leaseUntil: changes.leaseUntil }))
    }
    expect(waits.slice(0, 7)).toEqual([1, 2, 4, 8, 16, 30, 30])
    expect(new Set(waits.slice(7))).toEqual(new Set([30]))
  })

  test('a row that is done for now is due again after the time it was given', async () => {
    await add('regular')
    await claimed(1)
    expect(await waitAfter(dueIn(180))).toBe(180)
    expect(await claimed(1)).toEqual([])
    await waitAfter(dueIn(0))
    expect(await claimed(1)).toEqual(['regular'])
  })
})

const isOver = eq(stripeEvents.state, 'done')

async function add(
  eventId: string,
  nextTryAt?: SQL,
  changes: Partial<typeof stripeEvents.$inferInsert> = {},
) {
  const row = { ...EVENT, ...changes, eventId, nextTryAt }
  await asSystem((tx) => tx.insert(stripeEvents).values(row))
}

async function claimed(limit: number) {
  const rows = await asSystem((tx) => claim(tx, QUEUE, limit))
  return rows.map(({ eventId }) => eventId).sort()
}

/** @returns in how many seconds the one row is due, after `changes` were written to it, when nobody holds it */
async function waitAfter(changes: ReturnType<typeof dueIn>) {
  const seconds = sql<number>`extract(epoch from next_try_at - now())::float8`
  const [row] = await asSystem((tx) =>
    tx.update(stripeEvents).set(changes).returning({ seconds, leaseUntil: stripeEvents.leaseUntil }),
  )
  expect(row?.leaseUntil).toBeNull()
  return row?.seconds ?? Number.NaN
}
