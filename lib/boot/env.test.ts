import { expect, test } from 'vitest'
import { parseEnv } from './env'

const TEST_KEY = 'sk_test_1234'
const LIVE_KEY = 'sk_live_1234'

test('nothing needs to be set', () => {
  expect(parseEnv({})).toMatchObject({
    stripeMode: 'emulator',
    appUrl: 'http://localhost:3000',
    CENTWISE_DATA_DIR: '.data',
    STRIPE_WEBHOOK_SECRET: [],
    TRUSTED_PROXY_HOPS: 0,
  })
})

test('an empty value counts as not set', () => {
  expect(parseEnv({ DATABASE_URL: '', STRIPE_SECRET_KEY: ' ', PORT: '' }).stripeMode).toBe('emulator')
})

test('a key alone is enough for Stripe; without a webhook secret the sweep does the work', () => {
  expect(parseEnv({ STRIPE_SECRET_KEY: LIVE_KEY }).stripeMode).toBe('remote')
})

test('the address people use is an origin, whatever stands behind it', () => {
  expect(parseEnv({ APP_URL: 'https://billing.example.com/' }).appUrl).toBe('https://billing.example.com')
  expect(parseEnv({ PORT: '4000' }).appUrl).toBe('http://localhost:4000')
})

test('up to three webhook secrets, while one is being replaced', () => {
  const secrets = ['whsec_a', 'whsec_b', 'whsec_c']
  expect(parseEnv({ STRIPE_WEBHOOK_SECRET: secrets.join(', ') }).STRIPE_WEBHOOK_SECRET).toEqual(secrets)
})

test.each([
  [
    'a live key beside the emulator',
    { STRIPE_SECRET_KEY: LIVE_KEY, STRIPE_EMULATOR: '1' },
    'STRIPE_EMULATOR=1 stands beside a live',
  ],
  [
    'a restricted live key beside the emulator',
    { STRIPE_SECRET_KEY: 'rk_live_1', STRIPE_EMULATOR: '1' },
    'beside a live',
  ],
  [
    'a live key for another server',
    { STRIPE_SECRET_KEY: LIVE_KEY, STRIPE_API_BASE: 'http://localhost:12111' },
    'use a test key',
  ],
  [
    'another server without a key',
    { STRIPE_API_BASE: 'http://localhost:12111' },
    'needs a STRIPE_SECRET_KEY',
  ],
  [
    'two places for Stripe',
    { STRIPE_SECRET_KEY: TEST_KEY, STRIPE_API_BASE: 'http://localhost:1', STRIPE_EMULATOR: '1' },
    'two places',
  ],
  [
    'a database with the emulator unasked',
    { DATABASE_URL: 'postgres://localhost/centwise' },
    'STRIPE_EMULATOR=1 to keep',
  ],
  [
    'a blank webhook secret',
    { STRIPE_SECRET_KEY: TEST_KEY, STRIPE_WEBHOOK_SECRET: '' },
    'STRIPE_WEBHOOK_SECRET: must be',
  ],
  ['a blank one among webhook secrets', { STRIPE_WEBHOOK_SECRET: 'whsec_a,,whsec_b' }, 'never blank'],
  ['four webhook secrets', { STRIPE_WEBHOOK_SECRET: 'whsec_a,whsec_b,whsec_c,whsec_d' }, '3 secrets at most'],
  ['a publishable key', { STRIPE_SECRET_KEY: 'pk_test_1234' }, 'STRIPE_SECRET_KEY: must be'],
  ['another kind of database', { DATABASE_URL: 'mysql://localhost/centwise' }, 'DATABASE_URL: must be'],
  ['a short session secret', { NEXTAUTH_SECRET: 'hunter2' }, 'NEXTAUTH_SECRET: must be'],
])('refuses %s in one sentence', (_what, given, sentence) => {
  const refuse = () => parseEnv(given)
  expect(refuse).toThrow(sentence)
  expect(refuse).toThrow(/^[^\n]+$/)
})

test('a refusal never repeats a value, for it may be a secret', () => {
  expect(() => parseEnv({ STRIPE_SECRET_KEY: 'sk-live-oops', NEXTAUTH_SECRET: 'hunter2' })).toThrow(
    /^(?!.*(sk-live-oops|hunter2))/s,
  )
})
