import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rateLimits } from '@/db/schema/rate-limits'
import { asSystem } from '@/db/system'
import { onEachDatabase } from '@/db/testing/testing'
import { countTry, countUse, dropOldLimits, forgetTries, privateKey } from './rate-limit'

const LIMIT = { count: 3, perSeconds: 60 }

onEachDatabase(() => {
  test('allows as many uses as the limit says, also when they come at once', async () => {
    const waits = await Promise.all(Array.from({ length: 10 }, () => countUse('at-once', LIMIT)))
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(3)
    expect(Math.max(...waits)).toBeLessThanOrEqual(60)
  })

  test('counts each key for itself, and starts again after the window', async () => {
    for (let uses = 1; uses <= 4; uses++) await countUse('a', LIMIT)
    expect(await countUse('a', LIMIT)).toBeGreaterThan(0)
    expect(await countUse('b', LIMIT)).toBe(0)
    await goBack('a', 61)
    expect(await countUse('a', LIMIT)).toBe(0)
  })

  test('lets five tries pass, then doubles the wait up to five minutes', async () => {
    for (let tries = 1; tries <= 5; tries++) expect(await countTry('door')).toBe(0)
    const waits: number[] = []
    for (let tries = 6; tries <= 16; tries++) {
      waits.push(await countTry('door'))
      await goBack('door', 300)
      await countTry('door')
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
  })

  test('a try that has to wait does not make the wait longer', async () => {
    for (let tries = 1; tries <= 9; tries++) {
      await countTry('eager')
      await goBack('eager', 300)
    }
    await countTry('eager')
    const first = await countTry('eager')
    for (let tries = 1; tries <= 5; tries++) await countTry('eager')
    expect(await countTry('eager')).toBeLessThanOrEqual(first)
  })

  test('of many tries at once only five go through', async () => {
    const waits = await Promise.all(Array.from({ length: 20 }, () => countTry('rush')))
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(5)
  })

  test('a right guess forgets the tries before it, and so does a day', async () => {
    for (let tries = 1; tries <= 6; tries++) await countTry('home')
    await forgetTries('home')
    expect(await countTry('home')).toBe(0)
    await goBack('home', 25 * 3_600)
    await dropOldLimits()
    const rows = await asSystem((tx) => tx.select().from(rateLimits).where(eq(rateLimits.key, 'home')))
    expect(rows).toEqual([])
  })
})

test('a key does not tell whom it is about', () => {
  expect(privateKey('sign-in', 'ann@example.com')).not.toContain('ann')
  expect(privateKey('sign-in', 'a')).not.toBe(privateKey('sign-in', 'b'))
})

/** Makes it as if all that is known of a key had happened earlier. */
async function goBack(key: string, seconds: number) {
  const earlier = (column: unknown) => sql`${column} - make_interval(secs => ${seconds})`
  await asSystem((tx) =>
    tx
      .update(rateLimits)
      .set({
        windowStartedAt: earlier(rateLimits.windowStartedAt),
        blockedUntil: earlier(rateLimits.blockedUntil),
      })
      .where(eq(rateLimits.key, key)),
  )
}
