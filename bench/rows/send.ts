import { createBusiness } from '@/bench/support/business'
import { createBenchClient, createDraft } from '@/bench/support/drafts'
import { median } from '@/bench/support/load'
import { inside, newPlace } from '@/bench/support/place'
import { type LocalStripe, startStripe } from '@/bench/support/stripe'
import { figureRow, type Row } from '@/bench/support/table'
import { sendByTheTextbook } from '@/bench/support/textbook'
import { VARIABLES } from '@/bench/support/variables'
import type { Member } from '@/lib/accounts/member'
import { sendInvoice } from '@/lib/invoices/send/send'

const LATENCY_MS = 120
const LINES = [1, 5, 20, 100, 250]
const RUNS = 3
const EMAIL = 'client@example.com'

const CALLS_GOAL = { atMost: 4 }
/** Four calls, and what the database and the two programs need besides. */
const TIME_GOAL = { atMost: 4.3 }

type Measure = { calls: number; ms: number }

/** What it takes to send, by the app's own pipeline and by the script of the tutorials, to the same slow Stripe. */
export async function send(): Promise<Row[]> {
  const stripe = await startStripe(LATENCY_MS)
  const place = await newPlace()
  Object.assign(process.env, VARIABLES, { STRIPE_API_BASE: stripe.origin })
  try {
    const ours = await inside(place, () => measureOurs(stripe))
    const theirs = await measureTextbook(stripe)
    return LINES.flatMap((lines, i) => rowsOf(lines, ours[i], theirs[i]))
  } finally {
    await place.remove()
    await stripe.close()
  }
}

async function measureOurs(stripe: LocalStripe): Promise<Measure[]> {
  const { member } = await createBusiness('own')
  const clientId = await createBenchClient(member, EMAIL)
  // The first invoice of a client makes the customer and the tax rate; the others find them.
  await sendOne(stripe, member, clientId, 1)
  const measures: Measure[] = []
  for (const lines of LINES) {
    const runs: Measure[] = []
    for (let run = 0; run < RUNS; run++) runs.push(await sendOne(stripe, member, clientId, lines))
    measures.push({
      calls: Math.max(...runs.map(({ calls }) => calls)),
      ms: median(runs.map(({ ms }) => ms)),
    })
  }
  return measures
}

async function sendOne(
  stripe: LocalStripe,
  member: Member,
  clientId: string,
  lines: number,
): Promise<Measure> {
  const draft = await createDraft(member, clientId, lines)
  return measured(stripe, async () => {
    const sent = await sendInvoice(member, { ...draft, kind: 'send' })
    if (!sent.ok || sent.value.state !== 'done') throw new Error(`Not sent: ${JSON.stringify(sent)}`)
  })
}

async function measureTextbook(stripe: LocalStripe): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const lines of LINES)
    measures.push(await measured(stripe, () => sendByTheTextbook(stripe.sdk, EMAIL, lines)))
  return measures
}

async function measured({ emulator }: LocalStripe, work: () => Promise<void>): Promise<Measure> {
  const before = emulator.calls.length
  const startedAt = performance.now()
  await work()
  return { calls: emulator.calls.length - before, ms: performance.now() - startedAt }
}

function rowsOf(lines: number, ours?: Measure, theirs?: Measure): Row[] {
  if (!ours || !theirs) return []
  const [time, theirTime] = [ours.ms / LATENCY_MS, theirs.ms / LATENCY_MS]
  return [
    figureRow(`P1 Stripe calls to send, ${lines} lines`, ours.calls, theirs.calls, 'calls', CALLS_GOAL),
    figureRow(`P1 wall time to send, ${lines} lines`, time, theirTime, '× a call', TIME_GOAL),
  ]
}
