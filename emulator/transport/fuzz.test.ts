import { expect, test, vi } from 'vitest'
import { dice } from '../faults/dice'
import { draft } from '../testing/bill'
import { fullWorld } from '../testing/full-world'
import { type MadeUp, RequestMaker } from '../testing/request-maker'
import { KEY, start } from '../testing/start'
import { operations } from './routes'

const SEEDS = [1, 2, 3, 4, 5]
const REQUESTS = 2000
const MOST_TOLD = 5
const ERROR_TYPES = ['api_error', 'card_error', 'idempotency_error', 'invalid_request_error']

function toRequest({ method, path, body, headers }: MadeUp): Request {
  const authorization = `Bearer ${KEY}`
  const init = { method, headers: { authorization, ...headers }, ...(body !== undefined && { body }) }
  return new Request(`http://localhost${path}`, init)
}

/** What is wrong with an answer; undefined when it is one that Stripe could give. */
function wrongWith(status: number, text: string): string | undefined {
  if (status >= 500) return `answered ${status}`
  const body: unknown = JSON.parse(text)
  if (typeof body !== 'object' || body === null) return 'is no object'
  if (status === 200) return 'object' in body || 'deleted' in body ? undefined : 'has no object'
  if (!('error' in body) || typeof body.error !== 'object' || body.error === null) return 'has no error'
  const { error } = body
  const isTyped = 'type' in error && ERROR_TYPES.includes(String(error.type))
  const isSaid =
    'message' in error && typeof error.message === 'string' && !/undefined|\[object/.test(error.message)
  return isTyped && isSaid ? undefined : `is no error of Stripe's: ${text}`
}

test.each(SEEDS)(
  'whatever is asked, nothing is answered with 500, and all is JSON (seed %i)',
  async (seed) => {
    const { stripe, emulator } = await start()
    // What is made up never leaves the process.
    emulator.desk.orderFault({ kind: 'drop', times: Number.MAX_SAFE_INTEGER })
    const { connected, things } = await fullWorld(stripe)
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const maker = new RequestMaker(operations, dice(seed), [connected, connected, 'acct_nope'])
    maker.ids.learn(things)
    const failures: string[] = []
    for (let count = 0; count < REQUESTS && failures.length < MOST_TOLD; count++) {
      const made = maker.next()
      const answer = await emulator.fetch(toRequest(made))
      const text = await answer.text()
      const wrong = wrongWith(answer.status, text)
      if (wrong) {
        const [error] = logged.mock.lastCall ?? []
        const stack = error instanceof Error ? String(error.stack).split('\n').slice(0, 4).join('\n') : ''
        failures.push(`${made.method} ${made.path} ${made.body ?? ''} ${wrong}\n${stack}`)
      } else if (answer.status === 200) maker.ids.learn(JSON.parse(text))
    }
    logged.mockRestore()
    await emulator.close()
    expect(failures).toEqual([])
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
