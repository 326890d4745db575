import { expect, test } from 'vitest'
import { fakeAdmin } from '../testing/admin'
import { aHostedInvoice, aPaidInvoice } from '../testing/hosted'
import { web } from '../web'

const GOOD = { number: '4242 4242 4242 4242', expiry: '12 / 34', cvc: '123', name: 'Mary Byron' }
const DECLINED = { ...GOOD, number: '4000 0000 0000 0002' }
const declines = {
  '4000000000000002': { ok: false, code: 'card_declined', message: 'Your card was declined.' },
  '4000000000000127': {
    ok: false,
    code: 'incorrect_cvc',
    message: 'Your card’s code is wrong.',
    field: 'cvc',
  },
} as const

function pay(
  world: ReturnType<typeof fakeAdmin>,
  typed: Record<string, string>,
  headers: Record<string, string> = {},
) {
  return web(world.admin).request('/invoices/tok/pay', {
    method: 'POST',
    body: new URLSearchParams(typed),
    headers,
  })
}

test('a good card pays and leads back to the invoice', async () => {
  const world = fakeAdmin()
  const response = await pay(world, GOOD)
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/emulator/invoices/tok')
  expect(world.cards).toEqual([
    { number: '4242424242424242', expMonth: 12, expYear: 2034, cvc: '123', name: 'Mary Byron' },
  ])
})

test('a declined card keeps everything typed but the security code', async () => {
  const response = await pay(fakeAdmin(aHostedInvoice(), { outcomes: declines }), DECLINED)
  const text = await response.text()
  expect(response.status).toBe(402)
  expect(text).toContain('role="alert"')
  expect(text).toMatch(
    /id="number"[^>]*value="4000 0000 0000 0002"[^>]*aria-invalid="true" aria-describedby="number-problem"/,
  )
  expect(text).toMatch(/id="number-problem">Your card was declined\./)
  expect(text).toMatch(/id="expiry"[^>]*value="12 \/ 34"/)
  expect(text).toMatch(/id="name"[^>]*value="Mary Byron"/)
  expect(text).toMatch(/id="cvc"[^>]*value=""/)
})

test('a refusal stands beside the field that caused it', async () => {
  const text = await (
    await pay(fakeAdmin(aHostedInvoice(), { outcomes: declines }), { ...GOOD, number: '4000000000000127' })
  ).text()
  expect(text).toMatch(/id="cvc-problem">Your card’s code is wrong\./)
  expect(text).not.toContain('number-problem')
})

test('a mistyped card never reaches the emulator', async () => {
  const world = fakeAdmin()
  const response = await pay(world, { ...GOOD, number: '4242424242424241', expiry: '01/20', cvc: '' })
  expect(response.status).toBe(402)
  expect(await response.text()).toContain('Your card number is incorrect.')
  expect(world.cards).toEqual([])
})

test('typed values come back as text', async () => {
  const text = await (await pay(fakeAdmin(), { ...GOOD, number: '"><script>alert(1)</script>' })).text()
  expect(text).not.toContain('<script')
})

test('an empty post is refused field by field', async () => {
  const text = await (await pay(fakeAdmin(), {})).text()
  for (const field of ['number', 'expiry', 'cvc']) expect(text).toContain(`id="${field}-problem"`)
})

test.each([
  ['paid', aPaidInvoice()],
  ['void', aHostedInvoice({ status: 'void' })],
  ['processing', aHostedInvoice({}, { processing: true })],
])('a %s invoice takes no card', async (_state, hosted) => {
  const world = fakeAdmin(hosted)
  expect((await pay(world, GOOD)).status).toBe(303)
  expect(world.cards).toEqual([])
})

test('an expired link takes no card', async () => {
  const world = fakeAdmin(aHostedInvoice({}, { expired: true }))
  expect((await pay(world, GOOD)).status).toBe(410)
  expect(world.cards).toEqual([])
})

test('two clicks at once pay once and both lead to the receipt', async () => {
  const world = fakeAdmin()
  const answers = await Promise.all([pay(world, GOOD), pay(world, GOOD)])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
})

test('another site cannot post a card', async () => {
  const world = fakeAdmin()
  expect((await pay(world, GOOD, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect(world.cards).toEqual([])
})

test('a body that is no form, or far too long, is refused without a fault', async () => {
  const app = web(fakeAdmin().admin)
  const garbage = {
    method: 'POST',
    body: 'garbage',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  }
  expect((await app.request('/invoices/tok/pay', garbage)).status).toBe(402)
  const flood = { method: 'POST', body: new URLSearchParams({ number: '4'.repeat(20_000) }) }
  expect((await app.request('/invoices/tok/pay', flood)).status).toBe(413)
})

test('paying an unknown invoice is a 404', async () => {
  const response = await web(fakeAdmin().admin).request('/invoices/other/pay', {
    method: 'POST',
    body: new URLSearchParams(GOOD),
  })
  expect(response.status).toBe(404)
})
