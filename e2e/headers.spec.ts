import { type APIResponse, expect } from '@playwright/test'
import { test } from './support/fixtures'

const ON_EVERYTHING = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

const ON_DATA = { ...ON_EVERYTHING, 'referrer-policy': 'no-referrer' }

const OF_A_PAGE =
  "default-src 'self'; script-src 'nonce-N' 'strict-dynamic'; style-src 'self' 'nonce-N'; img-src 'self' data:; " +
  "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
const OF_DATA =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

test('a page, a missing page and a way to sign-in carry every security header', async ({ home, request }) => {
  const answers: [name: string, response: APIResponse, status: number][] = [
    ['a page', await home.request.get('/invoices'), 200],
    ['an open page', await request.get('/sign-in'), 200],
    ['a missing page', await home.request.get('/nothing/here'), 404],
    ['a missing invoice', await home.request.get('/invoices/1'), 404],
    ['a redirect', await home.request.get('/', { maxRedirects: 0 }), 307],
  ]
  for (const [name, response, status] of answers) {
    expect(response.status(), name).toBe(status)
    expect(response.headers(), name).toMatchObject(ON_EVERYTHING)
    expect(response.headers()['x-powered-by'], name).toBeUndefined()
    expect(policyOf(response), name).toBe(OF_A_PAGE)
  }
})

test('data, files and refusals may run nothing', async ({ home, request }) => {
  const answers: [name: string, response: APIResponse, status: number][] = [
    ['data', await home.request.get('/api/invoices'), 200],
    ['data without a session', await request.get('/api/invoices'), 401],
    ['a missing route', await home.request.get('/api/nothing'), 404],
    ['a file', await request.get('/icon.svg'), 200],
    ['a missing file', await request.get('/nothing.png'), 404],
    ['the webhook', await request.post('/api/webhooks/stripe', { data: '{}' }), 400],
  ]
  for (const [name, response, status] of answers) {
    expect(response.status(), name).toBe(status)
    expect(response.headers(), name).toMatchObject(ON_DATA)
    expect(policyOf(response), name).toBe(OF_DATA)
  }
})

test('a nonce is used once, and that of the sender is not used at all', async ({ request }) => {
  const headers = { 'x-nonce': 'chosen', 'content-security-policy': "script-src 'nonce-chosen'" }
  const [one, other] = [
    await request.get('/sign-in', { headers }),
    await request.get('/sign-in', { headers }),
  ]
  expect(nonceOf(one)).not.toBe(nonceOf(other))
  expect(await one.text()).not.toContain('chosen')
})

test('a page or answer that belongs to somebody is kept by no cache', async ({ home, request }) => {
  for (const path of ['/invoices', '/api/invoices', '/account', '/invoices/new'])
    expect((await home.request.get(path)).headers()['cache-control'], path).toMatch(/private.*no-store/)
  expect((await request.get('/api/invoices')).headers()['cache-control']).toMatch(/private.*no-store/)
})

test('the way to the PDF and to the payment page tells Stripe nothing of ours', async ({ home, sendOne }) => {
  await sendOne()
  const { rows } = await (await home.request.get('/api/invoices')).json()
  for (const what of ['pdf', 'pay']) {
    const response = await home.request.get(`/api/invoices/${rows[0].id}/${what}`, { maxRedirects: 0 })
    expect(response.status()).toBe(303)
    expect(response.headers()).toMatchObject(ON_DATA)
  }
  const pdf = await home.request.get(`/api/invoices/${rows[0].id}/pdf`)
  expect(pdf.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
  })
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

function policyOf(response: APIResponse) {
  return response.headers()['content-security-policy']?.replaceAll(/nonce-[^']+/g, 'nonce-N')
}

function nonceOf(response: APIResponse) {
  return /nonce-([^']+)/.exec(response.headers()['content-security-policy'] ?? '')?.[1]
}
