import { expect, test } from 'vitest'
import { returnPath } from './return-path'

test('goes back to pages of ours', () => {
  for (const page of [
    '/invoices',
    '/invoices/new',
    '/invoices/0190b5a0-7e1c-7abc-8def-0123456789ab/edit',
    '/invoices?status=open&q=acme',
    '/account',
  ]) {
    expect(returnPath(page)).toBe(page)
  }
})

test.for([
  '//evil.com',
  '/\\evil',
  'https:evil',
  'https://evil.com/invoices',
  '/%0d%0aSet-Cookie',
  '/invoices\r\nSet-Cookie: a=b',
  '/invoices//evil.com',
  '/invoices/..',
  'javascript:alert(1)',
  '/api/auth/signout',
  '/emulator/outbox',
  '/invoicesX',
  '',
])('goes to the start page for %j', (asked) => {
  expect(returnPath(asked)).toBe('/')
})

test('goes to the invoices when no page was asked for', () => {
  expect(returnPath(undefined)).toBe('/invoices')
})
