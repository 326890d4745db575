import 'server-only'
import { createHash } from 'node:crypto'
import { eq, lt, sql } from 'drizzle-orm'
import { rateLimits } from '@/db/schema/rate-limits'
import { asSystem } from '@/db/system'

export type Limit = { count: number; perSeconds: number }

/** Tries that cost nothing; from then on each one doubles the wait. */
const FREE_TRIES = 5
const WAIT_MAX_SECONDS = 300
const FORGET_AFTER_SECONDS = 24 * 3_600

const now = sql`clock_timestamp()`

/**
 * Counts one use of `key` in a window that begins with its first use.
 * @returns how many seconds to wait, 0 when the use is allowed
 */
export async function countUse(key: string, limit: Limit): Promise<number> {
  const expired = sql`${rateLimits.windowStartedAt} <= ${now} - make_interval(secs => ${limit.perSeconds})`
  const [row] = await asSystem((tx) =>
    tx
      .insert(rateLimits)
      .values({ key, count: 1, windowStartedAt: now })
      .onConflictDoUpdate({
        target: rateLimits.key,
        set: {
          count: sql`case when ${expired} then 1 else ${rateLimits.count} + 1 end`,
          windowStartedAt: sql`case when ${expired} then ${now} else ${rateLimits.windowStartedAt} end`,
        },
      })
      .returning({
        count: rateLimits.count,
        waitSeconds: secondsUntil(
          sql`${rateLimits.windowStartedAt} + make_interval(secs => ${limit.perSeconds})`,
        ),
      }),
  )
  return row && row.count > limit.count ? row.waitSeconds : 0
}

/**
 * Counts one try at something that can be guessed, before it is known whether the guess is right, so that tries at
 * the same moment cannot slip through. Waits double up to five minutes: nobody can lock a person out for good.
 * @returns how many seconds to wait, 0 when the try is allowed
 */
export async function countTry(key: string): Promise<number> {
  const tries = sql`case when ${rateLimits.windowStartedAt} <= ${now} - make_interval(secs => ${FORGET_AFTER_SECONDS})
    then 1 else ${rateLimits.count} + 1 end`
  const wait = sql`least(${WAIT_MAX_SECONDS}, power(2, least(30, (${tries}) - ${FREE_TRIES})))`
  return asSystem(async (tx) => {
    const [allowed] = await tx
      .insert(rateLimits)
      .values({ key, count: 1, windowStartedAt: now })
      .onConflictDoUpdate({
        target: rateLimits.key,
        set: {
          count: tries,
          windowStartedAt: now,
          blockedUntil: sql`case when (${tries}) >= ${FREE_TRIES} then ${now} + make_interval(secs => ${wait}) end`,
        },
        setWhere: sql`${rateLimits.blockedUntil} is null or ${rateLimits.blockedUntil} <= ${now}`,
      })
      .returning({ key: rateLimits.key })
    if (allowed) return 0
    const [row] = await tx
      .select({ waitSeconds: secondsUntil(sql`${rateLimits.blockedUntil}`) })
      .from(rateLimits)
      .where(eq(rateLimits.key, key))
    return row?.waitSeconds ?? 1
  })
}

/** After a right guess. */
export async function forgetTries(key: string) {
  await asSystem((tx) => tx.delete(rateLimits).where(eq(rateLimits.key, key)))
}

/** Drops what no limit looks at any more. @internal No lane of the worker prunes, so that tests alone call it. */
export async function dropOldLimits() {
  const old = sql`${now} - make_interval(secs => ${FORGET_AFTER_SECONDS})`
  await asSystem((tx) => tx.delete(rateLimits).where(lt(rateLimits.windowStartedAt, old)))
}

/** A key that does not tell whom it is about. */
export function privateKey(kind: string, about: string) {
  return `${kind}:${createHash('sha256').update(about).digest('base64url')}`
}

function secondsUntil(moment: ReturnType<typeof sql>) {
  return sql<number>`greatest(1, ceil(extract(epoch from ${moment} - ${now})))::int`
}
