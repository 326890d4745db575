import { test } from 'vitest'
import { Checker } from '../schema/check'
import { loadSchemas } from '../schema/schemas'
import { type Exchange, Recorder } from './recorder'
import { reportDifference } from './report'
import { emulatorTarget, realTarget, type Target } from './target'
import { type World, worldOf } from './world'

const REAL_TIMEOUT_MS = 300_000

const schemas = await loadSchemas()
const real = realTarget()

/**
 * States one behaviour of Stripe, with the section of docs.stripe.com it rests on. It runs against the emulator; with
 * STRIPE_TEST_KEY also against the real Stripe, and what differs between the two goes into a report.
 */
export function rule(name: string, section: string, body: (world: World) => Promise<void>) {
  const title = `${name} [docs.stripe.com/${section}]`
  let ours: Exchange[] = []
  test(title, async () => {
    ours = await run(await emulatorTarget(), body)
  })
  if (!real) return
  test(`${title} at api.stripe.com`, { timeout: REAL_TIMEOUT_MS }, async () => {
    const theirs: Exchange[] = []
    try {
      await run(real, body, theirs)
    } finally {
      reportDifference(title, theirs, ours)
    }
  })
}

/** Runs a rule and reads all its events at the end; an answer that is not as the SDK's types say fails it too. */
async function run(
  target: Target,
  body: (world: World) => Promise<void>,
  exchanges: Exchange[] = [],
): Promise<Exchange[]> {
  const recorder = new Recorder(target.send, new Checker(schemas, { isReal: target.isReal }), exchanges)
  const world = worldOf(target, recorder)
  await body(world)
  const data = await world.events()
  exchanges.push({ method: 'GET', path: '/v1/events', status: 200, requestId: '', body: { data } })
  if (recorder.problems.length > 0) throw new Error(describeProblems(recorder.problems))
  return exchanges
}

function describeProblems(problems: string[]): string {
  const lines = [...new Set(problems)]
  return [`${lines.length} answers or parts of them are not as the SDK's types say:`, ...lines].join('\n')
}
