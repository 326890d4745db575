import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { fastestMs } from '@/lib/testing/fastest'
import { verifyEvent } from './events'

const NOW = 1_800_000_000
const SECRET = 'whsec_ours'
const EVENT = {
  id: 'evt_1',
  object: 'event',
  type: 'invoice.paid',
  created: NOW,
  livemode: false,
  data: { object: { id: 'in_1', object: 'invoice' } },
}

const bytes = (text: string) => new TextEncoder().encode(text)

function signed(payload: string, { secret = SECRET, timestamp = NOW } = {}) {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp })
}

function verified(header: string | null, payload = JSON.stringify(EVENT), secrets = [SECRET]) {
  return verifyEvent(bytes(payload), header, secrets, NOW)?.id ?? null
}

test('takes what one of the secrets signed, in either order of replacing one', () => {
  const header = signed(JSON.stringify(EVENT))
  expect(verified(header)).toBe('evt_1')
  expect(verified(header, JSON.stringify(EVENT), ['whsec_new', 'whsec_newer', SECRET])).toBe('evt_1')
  const rotating = `${signed(JSON.stringify(EVENT), { secret: 'whsec_other' })},${header.split(',')[1]}`
  expect(verified(rotating)).toBe('evt_1')
})

test.each([-300, 0, 300])('takes a signature %i seconds from now', (seconds) => {
  expect(verified(signed(JSON.stringify(EVENT), { timestamp: NOW + seconds }))).toBe('evt_1')
})

test.each([-301, 301, 315_360_000])('refuses a signature %i seconds from now', (seconds) => {
  expect(verified(signed(JSON.stringify(EVENT), { timestamp: NOW + seconds }))).toBeNull()
})

const good = signed(JSON.stringify(EVENT))
const [time = '', signature = ''] = good.split(',')

test.each<[string, string | null]>([
  ['no header', null],
  ['an empty header', ''],
  ['junk', 'hello'],
  ['a time alone', time],
  ['a signature alone', signature],
  ['only v0', `${time},${signature.replace('v1', 'v0')}`],
  ['another secret', signed(JSON.stringify(EVENT), { secret: 'whsec_theirs' })],
  ['two headers joined', `${good}, ${good}`],
  ['64 kB', `${good},${'v1=0'.repeat(16_000)}`],
  ['1000 signatures', `${good}${',v1=00'.repeat(1000)}`],
  ['a time in milliseconds', signed(JSON.stringify(EVENT), { timestamp: NOW * 1000 })],
  ['a negative time', good.replace('t=', 't=-')],
  ['an upper-case signature', good.toUpperCase()],
])('refuses %s at once', (_, header) => {
  expect(verified(header)).toBeNull()
  expect(fastestMs(() => verified(header))).toBeLessThan(20)
})

test('refuses bytes that differ from what was signed', () => {
  expect(verified(good, `${JSON.stringify(EVENT)} `)).toBeNull()
  expect(verified(good, `\ufeff${JSON.stringify(EVENT)}`)).toBeNull()
  expect(verified(good, JSON.stringify(EVENT, null, 2))).toBeNull()
})

test.each(['{}', '[]', 'null', '"x"', '', '{', '{"object":"v2.core.event","id":"evt_1"}', '{"id":"evt_1"}'])(
  'refuses %s even when it is signed',
  (payload) => {
    expect(verified(signed(payload), payload)).toBeNull()
  },
)

test('without a secret nothing is believed', () => {
  expect(verified(good, JSON.stringify(EVENT), [])).toBeNull()
})
