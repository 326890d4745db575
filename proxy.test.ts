import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { config, proxy } from './proxy'

const SIGNED_IN = { cookie: 'next-auth.session-token=whatever' }

function ask(path: string, headers: Record<string, string> = {}) {
  return proxy(new NextRequest(`http://localhost:3000${path}`, { headers }))
}

test('sends people without a session cookie to sign in, and remembers the page they wanted', () => {
  const answer = ask('/invoices?status=open')
  expect(answer.status).toBe(307)
  expect(answer.headers.get('location')).toBe(
    'http://localhost:3000/sign-in?next=%2Finvoices%3Fstatus%3Dopen',
  )
  expect(ask('/').headers.get('location')).toBe('http://localhost:3000/sign-in')
})

test('leaves what a form sends to the action, which can say that the session has ended', () => {
  const request = new NextRequest('http://localhost:3000/invoices/new', { method: 'POST' })
  expect(proxy(request).headers.get('location')).toBeNull()
})

test('lets them see the pages for signing in and up', () => {
  expect(ask('/sign-in').headers.get('location')).toBeNull()
  expect(ask('/sign-up').headers.get('location')).toBeNull()
})

test('gives every page another nonce, and nothing unsafe', () => {
  const policies = [ask('/invoices', SIGNED_IN), ask('/invoices', SIGNED_IN), ask('/sign-in')].map(
    (answer) => answer.headers.get('content-security-policy') ?? '',
  )
  expect(new Set(policies).size).toBe(3)
  for (const policy of policies) {
    expect(policy).toMatch(/script-src 'nonce-[\w+/]{22}==' 'strict-dynamic';/)
    expect(policy).not.toContain('unsafe')
  }
})

test('does not take over a nonce from the sender', () => {
  const answer = ask('/invoices', {
    ...SIGNED_IN,
    'x-nonce': 'evil',
    'content-security-policy': "script-src 'nonce-evil'",
    'content-security-policy-report-only': "script-src 'nonce-evil'",
  })
  const passedOn = [...answer.headers].filter(([name]) => name.startsWith('x-middleware'))
  expect(passedOn.length).toBeGreaterThan(0)
  expect(JSON.stringify(passedOn)).not.toContain('evil')
})

test('stays away from routes, build files, the emulator and plain files', () => {
  const [pattern = ''] = config.matcher
  const matcher = new RegExp(`^${pattern}$`)
  for (const page of ['/', '/invoices', '/invoices/0190b5a0-7e1c-7abc-8def-0123456789ab']) {
    expect(page).toMatch(matcher)
  }
  for (const path of ['/api/webhooks/stripe', '/_next/static/a.js', '/emulator/outbox', '/icon.svg']) {
    expect(path).not.toMatch(matcher)
  }
})
