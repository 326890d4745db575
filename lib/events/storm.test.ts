import { setTimeout as wait } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activity } from '@/db/schema/activity'
import { stripeEvents } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { onEachDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { type Atelier, expectSameAsStripe, openAtelier } from '@/lib/invoices/testing/testing'
import { stripe } from '@/lib/stripe/connect'
import type { StripeEvent } from '@/lib/stripe/events'
import { proofSize } from '@/lib/testing/proof-size'
import { acceptEvents } from './inbox'
import { handleDueEvents } from './sync'
import { drainInbox, eventsAtStripe, sweepAll } from './testing'

/** PGlite has one session, so that little can race there. */
const INVOICES = { PostgreSQL: proofSize(40, 240), PGlite: proofSize(20, 80) }
const WAVES = 4

onEachDatabase((store) => {
  test('shuffled, one in ten twice, one in twenty lost: after the sweep every row is as at Stripe', async () => {
    const atelier = await openAtelier()
    const dice = rolling(7)
    let isOver = false
    const workers = [1, 2].map(async () => {
      while (!isOver) if (!(await handleDueEvents())) await wait(5)
    })

    const delivered = new Set<string>()
    for (let wave = 0; wave < WAVES; wave++) {
      // While the workers still read about the last wave, its invoices go on.
      await liveThrough(atelier, INVOICES[store] / WAVES)
      const fresh = (await eventsAtStripe(atelier.account)).filter(({ id }) => !delivered.has(id))
      for (const { id } of fresh) delivered.add(id)
      const sent = fresh
        .filter(() => dice() > 0.05)
        .flatMap((event) => (dice() < 0.1 ? [event, event] : [event]))
      await deliverShuffled(sent, dice)
    }
    await drainInbox()
    await sweepAll()
    await drainInbox()
    isOver = true
    await Promise.all(workers)

    await expectSameAsStripe(atelier)
    await expectOneEffectEach(atelier)
  }, 600_000)
})

/** Invoices made in Stripe, each taken as far as its number says. */
async function liveThrough({ account }: Atelier, count: number) {
  const on = { stripeAccount: account }
  const customer = await stripe().customers.create({ name: 'Storm', email: 'storm@example.com' }, on)
  const terms = {
    customer: customer.id,
    collection_method: 'send_invoice',
    days_until_due: 7,
    currency: 'eur',
  } as const
  const one = async (fate: number) => {
    const { id } = await stripe().invoices.create(terms, on)
    await stripe().invoices.addLines(id, { lines: [{ description: 'Rain', amount: 1_000 + fate }] }, on)
    if (fate === 0) return stripe().invoices.del(id, undefined, on)
    await stripe().invoices.sendInvoice(id, {}, on)
    if (fate < 4) return stripe().invoices.pay(id, { paid_out_of_band: true }, on)
    if (fate === 4) return stripe().invoices.voidInvoice(id, {}, on)
    await stripe().invoices.markUncollectible(id, {}, on)
    return stripe().invoices.pay(id, { paid_out_of_band: true }, on)
  }
  for (let i = 0; i < count; i += 10)
    await Promise.all(Array.from({ length: 10 }, (_, j) => one((i + j) % 7)))
}

async function deliverShuffled(events: StripeEvent[], dice: () => number) {
  const shuffled = events
    .map((event) => ({ event, at: dice() }))
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event)
  const posts = Array.from({ length: Math.ceil(shuffled.length / 10) }, (_, i) =>
    shuffled.slice(i * 10, i * 10 + 10),
  )
  for (let i = 0; i < posts.length; i += 4)
    await Promise.all(posts.slice(i, i + 4).map((post) => acceptEvents(post)))
}

/** Every event is done, and no invoice was told twice that it became the same thing. */
async function expectOneEffectEach({ account, workspace }: Atelier) {
  const undone = await asSystem((tx) =>
    tx
      .select({ id: stripeEvents.eventId })
      .from(stripeEvents)
      .where(sql`${stripeEvents.account} = ${account} and state <> 'done'`),
  )
  expect(undone).toEqual([])
  const twice = await forWorkspace(workspace.id, (tx) =>
    tx
      .select({ subject: activity.subjectId, to: sql`detail ->> 'to'`, times: sql`count(*)::int` })
      .from(activity)
      .where(eq(activity.kind, 'status'))
      .groupBy(activity.subjectId, sql`detail ->> 'to'`)
      .having(sql`count(*) > 1`),
  )
  expect(twice).toEqual([])
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function rolling(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
