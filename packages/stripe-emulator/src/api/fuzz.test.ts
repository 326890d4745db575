import { expect, test, vi } from 'vitest'
import { ENVELOPE } from '../conformance/harness/envelope'
import { Checker } from '../conformance/schema/check'
import { loadSchemas } from '../conformance/schema/schemas'
import { dice } from '../faults/dice'
import { draft } from '../testing/bill'
import { fullWorld } from '../testing/full-world'
import { proofSize } from '../testing/proof-size'
import { type RandomRequest, RequestMaker } from '../testing/request-maker'
import { KEY, start } from '../testing/start'
import { operations } from './routes'

const SEEDS = Array.from({ length: proofSize(2, 25) }, (_, index) => index + 1)
const REQUESTS = 2000
const MOST_REPORTED = 5
const PATIENCE_MS = 300_000

const checker = new Checker(await loadSchemas())

function toRequest({ method, path, body, headers }: RandomRequest): Request {
  const authorization = `Bearer ${KEY}`
  const init = { method, headers: { authorization, ...headers }, ...(body !== undefined && { body }) }
  return new Request(`http://localhost${path}`, init)
}

/** What is wrong with an answer; nothing when it is one that Stripe could give. */
function problemsOf(status: number, body: unknown): string[] {
  if (status >= 500) return [`answered ${status}`]
  return status === 200 ? checker.check(body) : checker.check(body, ENVELOPE)
}

test.each(SEEDS)(
  'every answer to a random request is one that Stripe could give (seed %i)',
  { timeout: PATIENCE_MS },
  async (seed) => {
    const { stripe, emulator } = await start()
    // What is made up never leaves the process.
    emulator.admin.orderFault({ kind: 'drop', times: Number.MAX_SAFE_INTEGER })
    const { connected, things } = await fullWorld(stripe)
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const maker = new RequestMaker(operations, dice(seed), [connected, connected, 'acct_nope'])
    maker.ids.learn(things)
    const failures: unknown[] = []
    for (let count = 0; count < REQUESTS && failures.length < MOST_REPORTED; count++) {
      const made = maker.next()
      const answer = await emulator.fetch(toRequest(made))
      const body: unknown = await answer.json()
      const problems = problemsOf(answer.status, body)
      if (problems.length > 0) failures.push({ seed, count, made, problems, error: logged.mock.lastCall })
      if (answer.status === 200) maker.ids.learn(body)
    }
    logged.mockRestore()
    expect(failures).toEqual([])
    for await (const event of stripe.events.list({ limit: 100 })) expect(checker.check(event)).toEqual([])
    await emulator.close()
  },
)

test('amounts stay whole numbers that JSON can carry', async () => {
  const { stripe, emulator } = await start()
  const { id } = await draft(stripe, [])
  const body =
    'lines[0][price_data][currency]=usd&lines[0][price_data][product_data][name]=a&lines[0][price_data][unit_amount_decimal]=999999999999999&lines[0][quantity]=999999999'
  const path = `/v1/invoices/${id}/add_lines`
  const answer = await emulator.fetch(toRequest({ method: 'POST', path, body, headers: {} }))
  expect(await answer.json()).toMatchObject({ error: { code: 'amount_too_large' } })
})
