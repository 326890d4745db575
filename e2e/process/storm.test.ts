import type Stripe from 'stripe'
import { dice } from 'stripe-emulator/dice'
import { expect, onTestFinished, test } from 'vitest'
import { onPostgres } from '@/db/testing/testing'
import { HEARD_TYPES } from '@/lib/stripe/event-types'
import { proofSize } from '@/lib/testing/proof-size'
import type { NextServer } from '@/scripts/launch/process'
import { startApp } from './app'
import { mirrorsOfRows, mirrorsOfStripe } from './equality'
import { leadLives } from './histories'
import { doubleEffects, keptEvents, sweepNow, workLeft } from './inbox'
import { inside, postgresPlace } from './places'
import { LocalStripe } from './stripe'
import { createStudio } from './studio'
import { deliver } from './webhook'

const EVENTS = proofSize(300, 3_000)
const SEED = 20_261_122
const AT_ONCE = 16

onPostgres((adminUrl) => {
  test('events shuffled, doubled and lost, then a sweep: every row equals Stripe', async () => {
    const stripe = await LocalStripe.start()
    onTestFinished(() => stripe.close())
    const place = await postgresPlace(adminUrl)
    onTestFinished(place.remove)
    const { member } = await inside(place, () => createStudio(0))
    const servers = await Promise.all([startApp(place, stripe), startApp(place, stripe)])

    const events = await leadLives(stripe, EVENTS, SEED)
    const delivered = mishandled(events)
    await pour(delivered, servers)
    await inside(place, async () => {
      await sweepNow()
      await expect.poll(workLeft, { timeout: 300_000, interval: 500 }).toBe(0)
      const theirs = await mirrorsOfStripe(stripe, member.workspace.timeZone)
      expect(await mirrorsOfRows(member, theirs)).toEqual(theirs)
      const arrived = new Set(delivered)
      const known = events.filter((event) => arrived.has(event) || isSwept(event))
      expect((await keptEvents()).toSorted()).toEqual(known.map(({ id }) => id).toSorted())
      expect(await doubleEffects(member.workspaceId)).toEqual([])
    })
  })
})

/** In any order; one in ten twice; one in twenty never. */
function mishandled(events: Stripe.Event[]) {
  const roll = dice(SEED)
  const kept = events.filter(() => roll() >= 0.05)
  const doubled = kept.filter(() => roll() < 0.1)
  return [...kept, ...doubled]
    .map((event) => ({ event, at: roll() }))
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event)
}

/** Each server gets every other event, several at once. */
async function pour(events: Stripe.Event[], servers: NextServer[]) {
  const queue = events.entries()
  const pourOne = async () => {
    for (const [n, event] of queue) {
      const server = servers[n % servers.length]
      if (server) await deliver(event, server)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, pourOne))
}

/** The sweep asks for some types only; of the others a lost event stays lost, and nothing hangs on it. */
function isSwept({ type }: Stripe.Event) {
  return HEARD_TYPES.some((heard) => heard === type)
}
