import { expect, test } from 'vitest'
import { face } from '../face'
import { aDesk } from '../testing/desk'
import { aPaidInvoice } from '../testing/hosted'

const post = (body: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(body) })
const textOf = async (path: string, world = aDesk()) => (await face(world.desk).request(path)).text()

test('the panel leads to every invoice, event and delivery', async () => {
  const text = await textOf('/')
  expect(text).toContain('href="/emulator/invoices/tok"')
  expect(text).toContain('href="/emulator/objects/acct_1/in_1"')
  expect(text).toContain('href="/emulator/objects/acct_1/evt_1"')
  expect(text).toContain('action="/emulator/deliveries/dlv_1"')
  expect(text).toContain('HTTP 500')
})

test('objects and events are there as JSON', async () => {
  const app = face(aDesk().desk)
  expect(await (await app.request('/objects/acct_1/in_1')).json()).toMatchObject({ id: 'in_1', total: 15300 })
  expect(await (await app.request('/events/acct_1')).json()).toEqual([
    expect.objectContaining({ id: 'evt_1' }),
  ])
  expect((await app.request('/objects/acct_2/in_1')).status).toBe(404)
})

test('a delivery can be made at once', async () => {
  const world = aDesk()
  const response = await face(world.desk).request('/deliveries/dlv_1', post({}))
  expect(response.headers.get('location')).toBe('/emulator#deliveries')
  expect(world.delivered).toEqual(['dlv_1'])
})

test('a fault is ordered as the form says', async () => {
  const world = aDesk()
  const form = { kind: '500-after', times: '3', method: 'post', path: '/v1/invoices', delayMs: '' }
  expect((await face(world.desk).request('/faults', post(form))).status).toBe(303)
  expect(world.orders).toEqual([
    { kind: '500-after', times: 3, left: 3, match: { method: 'POST', path: '/v1/invoices' } },
  ])
  expect(await textOf('/', world)).toContain('Error 500, but it was done on POST /v1/invoices: 3 left')
})

test.each([
  [{ kind: 'meteor', times: '1' }, 'Choose what goes wrong.'],
  [{ kind: 'drop', times: '0' }, 'a whole number from 1 to 10,000'],
  [{ kind: 'delay', times: '1', delayMs: 'soon' }, 'a whole number of milliseconds'],
  [{ kind: 'drop', times: 'many' }, 'a whole number from 1 to 10,000'],
])('an order that makes no sense is refused: %j', async (form, words) => {
  const world = aDesk()
  const response = await face(world.desk).request('/faults', post(form))
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(words)
  expect(world.orders).toEqual([])
})

test('the outbox lists each e-mail and shows it as its reader would see it', async () => {
  expect(await textOf('/outbox')).toContain('href="/emulator/outbox/mail_invoice"')
  const invoice = await textOf('/outbox/mail_invoice')
  expect(invoice).toContain('<a class="button" href="/emulator/invoices/tok">Pay this invoice</a>')
  expect(invoice).toContain('Due December 1, 2026')
  const receipt = await textOf('/outbox/mail_receipt', aDesk(aPaidInvoice()))
  expect(receipt).toContain('Receipt from Ada Studio')
  expect(receipt).toContain('with Visa ending in 4242')
  expect((await face(aDesk().desk).request('/outbox/none')).status).toBe(404)
})

test('an emulator that was never called teaches the first step', async () => {
  const { desk } = aDesk()
  const text = await (
    await face({ ...desk, accounts: () => [], outbox: () => [], deliveries: () => [] }).request('/')
  ).text()
  expect(text).toContain('The first API call with a test key makes one.')
  expect(text).toContain('Nothing to deliver.')
})

test('every answer carries a policy that allows no script', async () => {
  const app = face(aDesk().desk)
  for (const path of ['/', '/outbox', '/invoices/tok', '/invoices/none', '/nowhere']) {
    const response = await app.request(path)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).not.toMatch(/<script|<style| style=| on\w+=/)
  }
})

test('the style sheet and the font are served', async () => {
  const app = face(aDesk().desk)
  expect((await app.request('/face.css')).headers.get('content-type')).toContain('text/css')
  expect((await (await app.request('/face.woff2')).arrayBuffer()).byteLength).toBeGreaterThan(10_000)
})

test('pages link to each other wherever they are mounted', async () => {
  const { desk } = aDesk()
  const text = await (await face({ ...desk, origin: 'http://localhost:12111' }).request('/')).text()
  expect(text).toContain('href="/outbox"')
  expect(text).toContain('href="/face.css"')
})
