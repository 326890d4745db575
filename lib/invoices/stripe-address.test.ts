import { expect, test } from 'vitest'
import { isOurStripe } from '@/lib/invoices/stripe-address'

const EMULATOR = 'http://localhost:3000'

test.each([
  'https://invoice.stripe.com/i/acct_1/test_1?s=ap',
  'https://pay.stripe.com/x',
  `${EMULATOR}/emulator/x`,
])('leads to %s', (address) => expect(isOurStripe(address, EMULATOR)).toBe(true))

test.each([
  'http://invoice.stripe.com/i/1',
  'https://stripe.com.evil.example/i/1',
  'https://evilstripe.com/i/1',
  'https://user@invoice.stripe.com/',
  'javascript:alert(1)',
  '//evil.example',
  'http://localhost:3001/emulator/x',
  '',
])('never leads to %s', (address) => expect(isOurStripe(address, EMULATOR)).toBe(false))
