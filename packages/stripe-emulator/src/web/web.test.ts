import { expect, test } from 'vitest'
import { fakeAdmin } from './testing/admin'
import { aPaidInvoice } from './testing/hosted'
import { visit } from './testing/visit'
import { web } from './web'

const PATHS = [
  '/',
  '/outbox',
  '/outbox/mail_invoice',
  '/deliveries',
  '/faults',
  '/accounts/acct_1',
  '/accounts/acct_1/credit_note',
  '/invoices/tok',
  '/invoices/tok?with=us_bank_account',
  '/invoices/none',
  '/authenticate/pi_1',
  '/receipts/ch_1',
  '/onboarding/tok',
  '/nowhere',
]

test('every answer carries a policy that allows no script, and has none', async () => {
  for (const path of PATHS) {
    const { policy, text } = await visit(fakeAdmin(aPaidInvoice()), path)
    expect(policy, path).toContain("default-src 'none'")
    expect(text, path).not.toMatch(/<script|<style| style=| on\w+=/)
  }
})

test('every page has one first heading and a title', async () => {
  for (const path of PATHS) {
    const { text } = await visit(fakeAdmin(aPaidInvoice()), path)
    expect(text.match(/<h1/g), path).toHaveLength(1)
    expect(text, path).toMatch(/<title>.+<\/title>/)
  }
})

test('every label names a field that is there, and every field has one', async () => {
  for (const path of PATHS) {
    const { text } = await visit(fakeAdmin(), path)
    const labels = [...text.matchAll(/<label for="([^"]+)"/g)].map(([, name]) => name)
    const fields = [...text.matchAll(/<(?:input|select) id="([^"]+)"/g)].map(([, name]) => name)
    expect(labels.sort(), path).toEqual(fields.sort())
  }
})

test('the style sheet and the font are served', async () => {
  const app = web(fakeAdmin().admin)
  expect((await app.request('/style.css')).headers.get('content-type')).toContain('text/css')
  expect((await (await app.request('/font.woff2')).arrayBuffer()).byteLength).toBeGreaterThan(10_000)
})

test('pages link to each other wherever they are mounted', async () => {
  const { admin } = fakeAdmin()
  const { text } = await visit({ admin: { ...admin, origin: 'http://localhost:12111' } }, '/')
  expect(text).toContain('href="/outbox"')
  expect(text).toContain('href="/style.css"')
})

test('a form sent by another site is refused', async () => {
  const world = fakeAdmin()
  for (const path of ['/invoices/tok/pay', '/time', '/faults', '/authenticate/pi_1', '/onboarding/tok']) {
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await web(world.admin).request(path, { method: 'POST', headers })).status, path).toBe(403)
  }
  expect(world).toMatchObject({ cards: [], seconds: [], orders: [], answers: [], onboarded: [] })
})
