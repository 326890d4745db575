import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { stripeEvents } from '@/db/schema/queues'
import { statementsDuring } from '@/db/statements'
import { asSystem } from '@/db/system'
import { onEachDatabase } from '@/db/testing/testing'
import { signatureOf } from '@/lib/stripe/testing'
import { POST } from './route'

const SECRET = 'whsec_test'
const URL_ = 'http://localhost:3000/api/webhooks/stripe'

function eventNamed(id: string) {
  const object = { id: 'in_1', object: 'invoice' }
  const created = Math.floor(Date.now() / 1000)
  return { id, object: 'event', type: 'invoice.paid', created, livemode: false, data: { object } }
}

function post(payload: string, header = signatureOf(payload, SECRET)) {
  return POST(new Request(URL_, { method: 'POST', body: payload, headers: { 'stripe-signature': header } }))
}

const kept = () => asSystem((tx) => tx.select({ id: stripeEvents.eventId }).from(stripeEvents))

const stateOf = (id: string) =>
  asSystem((tx) =>
    tx.select({ state: stripeEvents.state }).from(stripeEvents).where(eq(stripeEvents.eventId, id)),
  )

onEachDatabase(() => {
  beforeAll(() => {
    globalThis.centwiseWebhookSecret = SECRET
  })
  afterAll(() => {
    globalThis.centwiseWebhookSecret = undefined
  })

  test('keeps a signed event once, however often it comes', async () => {
    const payload = JSON.stringify(eventNamed('evt_once'))
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(payload)))
    for (const answer of answers) {
      expect(answer.status).toBe(200)
      expect(await answer.json()).toEqual({ received: true })
    }
    expect(await kept()).toEqual([{ id: 'evt_once' }])
  })

  test('keeps events that arrive during an insert by the next one, together', async () => {
    const payloads = Array.from({ length: 9 }, (_, i) => JSON.stringify(eventNamed(`evt_together_${i}`)))
    const statements = await statementsDuring(async () => {
      const answers = await Promise.all(payloads.map((payload) => post(payload)))
      expect(answers.map(({ status }) => status)).toEqual(Array(9).fill(200))
    })
    expect(statements).toHaveLength(2)
    const ids = (await kept()).map(({ id }) => id).filter((id) => id.startsWith('evt_together'))
    expect(ids.sort()).toEqual(payloads.map((_, i) => `evt_together_${i}`))
  })

  test.each([
    ['a NUL', (event: object) => ({ ...event, note: 'a\0b' })],
    ['half a surrogate pair', (event: object) => ({ ...event, note: '\ud800' })],
    ['a NUL in its account', (event: object) => ({ ...event, account: 'acct_\0' })],
    ['a date that no calendar has', (event: object) => ({ ...event, created: 9e14 })],
  ])('sets an event with %s aside, and keeps those that came with it', async (what, spoil) => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const [poison, good] = [`evt_poison ${what}`, `evt_good ${what}`]
    const events = [eventNamed(`evt_first ${what}`), spoil(eventNamed(poison)), eventNamed(good)]
    const answers = await Promise.all(events.map((event) => post(JSON.stringify(event))))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await stateOf(poison)).toEqual([{ state: 'dead' }])
    expect(await stateOf(good)).toEqual([{ state: 'pending' }])
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })

  test('keeps nothing of what is not signed, and stays up', async () => {
    const payload = JSON.stringify(eventNamed('evt_forged'))
    const before = await kept()
    expect((await post(payload, 't=1,v1=00')).status).toBe(400)
    expect((await POST(new Request(URL_, { method: 'POST', body: payload }))).status).toBe(400)
    expect((await post('null')).status).toBe(400)
    const notUtf8 = new Uint8Array([0xff, 0xfe, 0x00])
    expect((await POST(new Request(URL_, { method: 'POST', body: notUtf8 }))).status).toBe(400)
    expect(await kept()).toEqual(before)
  })

  test('stops reading after 512 kB', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const request = new Request(URL_, { method: 'POST', body: endless, duplex: 'half' } as RequestInit)
    expect((await POST(request)).status).toBe(413)
    expect(sent).toBeLessThan(2 ** 20)
  })
})
