import { expect, onTestFinished } from 'vitest'
import type { NextServer } from '@/scripts/launch/process'
import { callAction } from './action-call'
import { startApp } from './app'
import { clientOf, mirrorsOfRows, mirrorsOfStripe } from './equality'
import { inside, type Place } from './places'
import { type Cut, LocalStripe } from './stripe'
import { createStudio, type Studio } from './studio'

const STEPS = ['catalog', 'customer', 'create', 'lines', 'finalize', 'email']
const MOMENTS = ['before', 'late', 'after'] as const
const CUTS: Cut[] = STEPS.flatMap((step) => MOMENTS.map((when) => ({ step, when })))

const CLICKS_AT_ONCE = 6
const STUCK_MS = 60_000

/**
 * Kills a server that has a send standing at every cut of the pipeline, and starts it again on the same database. Each
 * send must then end as one Stripe invoice, mailed once, within a minute and without anybody's help.
 */
export async function killAtEveryCut(place: Place) {
  const stripe = await LocalStripe.start()
  onTestFinished(() => stripe.close())
  const studio = await inside(place, () => createStudio(CUTS.length))

  const victim = await startApp(place, stripe)
  stripe.order(CUTS)
  for (let n = 0; n < studio.drafts.length; n += CLICKS_AT_ONCE)
    await Promise.all(
      studio.drafts.slice(n, n + CLICKS_AT_ONCE).map((draft) => pressSend(victim, studio, draft)),
    )
  await expect.poll(() => stripe.held.length, { timeout: 30_000 }).toBe(CUTS.length)
  await victim.kill()

  const heir = await startApp(place, stripe)
  stripe.release()
  await expect.poll(() => stateOfSends(heir.origin, studio), { timeout: STUCK_MS }).toEqual(['open, settled'])
  await heir.stop()
  await expectOneInvoiceEach(stripe, place, studio)
}

/** Answers after two seconds at the latest, however long Stripe takes. */
function pressSend({ origin }: NextServer, { cookie }: Studio, draft: { id: string; version: number }) {
  return callAction(origin, cookie, 'sendInvoice', draft)
}

/** What the list says of all invoices, each word once. */
async function stateOfSends(origin: string, { cookie, drafts }: Studio) {
  const response = await fetch(`${origin}/api/invoices`, { headers: { cookie } })
  const { rows }: { rows: { status: string; send: object | null }[] } = await response.json()
  if (rows.length !== drafts.length) return [`${rows.length} rows`]
  return [...new Set(rows.map(({ status, send }) => `${status}, ${send ? 'sending' : 'settled'}`))]
}

async function expectOneInvoiceEach(stripe: LocalStripe, place: Place, { member, drafts }: Studio) {
  const billed = []
  for await (const { metadata } of clientOf(stripe).invoices.list({ limit: 100 }))
    billed.push(metadata?.centwise_invoice_id)
  expect(billed.toSorted()).toEqual(drafts.map(({ id }) => id).toSorted())

  const mailed = stripe.emulator.admin.outbox().map(({ invoice }) => invoice)
  const theirs = await mirrorsOfStripe(stripe, member.workspace.timeZone)
  expect(mailed.toSorted()).toEqual([...theirs.keys()].toSorted())
  expect(await inside(place, () => mirrorsOfRows(member, theirs))).toEqual(theirs)
}
