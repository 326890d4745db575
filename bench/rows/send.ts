import { createBusiness } from '@/bench/support/business'
import { createBenchClient, createDraft } from '@/bench/support/drafts'
import { median } from '@/bench/support/load'
import { inside, newPlace } from '@/bench/support/place'
import { type LocalStripe, startStripe } from '@/bench/support/stripe'
import { figureRow, type Row, ratioRow } from '@/bench/support/table'
import { sendByFourCalls, sendByTheTextbook } from '@/bench/support/textbook'
import { VARIABLES } from '@/bench/support/variables'
import { sendInvoice } from '@/lib/invoices/send/send'

const LATENCY_MS = 120
const LINES = [1, 5, 20, 100, 250]
const RUNS = 5
const EMAIL = 'client@example.com'

const CALLS_GOAL = { atMost: 4 }
const TIME_GOAL = { atMost: 1.03 }

type Measure = { calls: number; ms: number }
type Sender = (lines: number) => Promise<Measure>

/**
 * What it takes to send: calls beside the script of the tutorials, and wall time beside the four bare calls, all of them
 * to the same slow Stripe and in turns.
 */
export async function send(): Promise<Row[]> {
  const stripe = await startStripe(LATENCY_MS)
  const place = await newPlace()
  Object.assign(process.env, VARIABLES, { STRIPE_API_BASE: stripe.origin })
  try {
    return await inside(place, async () => {
      const [ours, bare, textbook] = [
        await ourSender(stripe),
        await bareSender(stripe),
        textbookSender(stripe),
      ]
      const rows: Row[] = []
      for (const lines of LINES) {
        const [mine, least] = await inTurns([ours, bare], lines)
        rows.push(...rowsOf(lines, mine, least, await textbook(lines)))
      }
      return rows
    })
  } finally {
    await place.remove()
    await stripe.close()
  }
}

/** The app's own pipeline. The first invoice makes the customer and the tax rate; the others find them. */
async function ourSender(stripe: LocalStripe): Promise<Sender> {
  const { member } = await createBusiness('own')
  const clientId = await createBenchClient(member, EMAIL)
  const sender = async (lines: number) => {
    const draft = await createDraft(member, clientId, lines)
    return measured(stripe, async () => {
      const sent = await sendInvoice(member, { ...draft, kind: 'send' })
      if (!sent.ok || sent.value.state !== 'done') throw new Error(`Not sent: ${JSON.stringify(sent)}`)
    })
  }
  await sender(1)
  return sender
}

async function bareSender(stripe: LocalStripe): Promise<Sender> {
  const customer = (await stripe.sdk.customers.create({ email: EMAIL })).id
  return (lines) => measured(stripe, () => sendByFourCalls(stripe.sdk, customer, lines))
}

function textbookSender(stripe: LocalStripe): Sender {
  return (lines) => measured(stripe, () => sendByTheTextbook(stripe.sdk, EMAIL, lines))
}

/** The median of some runs of each, with the most calls that any of them made. */
async function inTurns([ours, bare]: [Sender, Sender], lines: number): Promise<[Measure, Measure]> {
  const runs: [Measure, Measure][] = []
  for (let run = 0; run < RUNS; run++) runs.push([await ours(lines), await bare(lines)])
  return [summed(runs.map(([first]) => first)), summed(runs.map(([, second]) => second))]
}

function summed(runs: Measure[]): Measure {
  return { calls: Math.max(...runs.map(({ calls }) => calls)), ms: median(runs.map(({ ms }) => ms)) }
}

async function measured({ emulator }: LocalStripe, work: () => Promise<void>): Promise<Measure> {
  const before = emulator.calls.length
  const startedAt = performance.now()
  await work()
  return { calls: emulator.calls.length - before, ms: performance.now() - startedAt }
}

function rowsOf(lines: number, ours: Measure, bare: Measure, textbook: Measure): Row[] {
  return [
    figureRow(`P1 Stripe calls to send, ${lines} lines`, ours.calls, textbook.calls, 'calls', CALLS_GOAL),
    ratioRow(`P1 wall time to send, ${lines} lines`, ours.ms, bare.ms, 'ms', TIME_GOAL),
  ]
}
