import { expect, test } from 'vitest'
import { start } from '../../testing/start'
import { Checker } from '../schema/check'
import { loadSchemas } from '../schema/schemas'
import { type Exchange, Recorder } from './recorder'
import { rule } from './rule'
import { worldOf } from './world'

const { emulator } = await start()

/** A world over an emulator whose answers are bent on the way. */
async function bentWorld(key: string, bend: (text: string) => string) {
  const exchanges: Exchange[] = []
  const send = async (request: Request) => {
    const response = await emulator.fetch(request)
    return new Response(bend(await response.text()), { status: response.status, headers: response.headers })
  }
  const recorder = new Recorder(send, new Checker(await loadSchemas()), exchanges)
  return { recorder, world: worldOf({ isReal: false, key, send }, recorder) }
}

test('an answer that is not as its type says is noted with its path', async () => {
  const { recorder, world } = await bentWorld('sk_test_bent', (text) =>
    text.replace('"balance": 0', '"balance": "0"'),
  )
  await world.customer()
  expect(recorder.problems).toEqual(['POST /v1/customers 200: customer.balance: expected integer, got "0"'])
  expect(recorder.exchanges).toMatchObject([{ method: 'POST', path: '/v1/customers', status: 200 }])
})

test('a refusal without its envelope is noted too', async () => {
  const { recorder, world } = await bentWorld('sk_test_torn', (text) =>
    text.replace('"message"', '"massage"'),
  )
  await world.api('/v1/customers/cus_nope')
  expect(recorder.problems).toEqual([
    'GET /v1/customers/cus_nope 404: body.error.message: missing',
    'GET /v1/customers/cus_nope 404: body.error.massage: unknown key',
  ])
})

rule('each rule has an account of its own', 'api', async ({ stripe, customer, eventTypes }) => {
  expect((await stripe.customers.list()).data).toEqual([])
  await customer()
  expect(await eventTypes()).toEqual(['customer.created'])
})

rule(
  'a rule sees nothing of another rule’s account',
  'api',
  async ({ stripe, draft, eventsOf, eventsDuring }) => {
    expect((await stripe.customers.list()).data).toEqual([])
    const { id } = await draft()
    const events = await eventsDuring(() => stripe.invoices.del(id))
    expect(events.map((event) => event.type)).toEqual(['invoice.deleted'])
    expect((await eventsOf(id)).map((event) => event.type)).toEqual([
      'invoice.created',
      'invoice.updated',
      'invoice.deleted',
    ])
  },
)

rule('a rule asks again until its assertion holds', 'api', async ({ eventually }) => {
  let asked = 0
  const answer = await eventually(() => {
    asked += 1
    if (asked < 3) throw new Error('not yet')
    return 'now'
  })
  expect([answer, asked]).toEqual(['now', 3])
})
