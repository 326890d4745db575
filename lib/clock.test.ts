import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clock } from './clock'

const NOON = Date.parse('2026-11-30T12:00:00.400Z')
const MONTH_MS = 30 * 86_400_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
})
afterEach(() => {
  globalThis.centwiseAheadMs = undefined
  vi.useRealTimers()
})

/** Stripe answers with a clock that is `aheadMs` ahead, in the middle of a request that takes `tookMs`. */
function answered(aheadMs: number, tookMs = 100) {
  const askedAt = clock.wall()
  vi.setSystemTime(askedAt.getTime() + tookMs / 2)
  const header = new Date(Date.now() + aheadMs).toUTCString()
  vi.setSystemTime(askedAt.getTime() + tookMs)
  clock.learn(header, askedAt)
}

const aheadNow = () => clock.now().getTime() - clock.wall().getTime()

test('without an answer of Stripe the wall clock counts', () => {
  expect(clock.now()).toEqual(new Date(NOON))
  expect(clock.wall()).toEqual(new Date(NOON))
})

test.each([MONTH_MS, -MONTH_MS, 3_600_000, -60_000, 10_000])(
  'a clock that is %i ms ahead is followed to the second, and the wall clock stays',
  (aheadMs) => {
    answered(aheadMs)
    expect(Math.abs(aheadNow() - aheadMs)).toBeLessThanOrEqual(1_000)
    expect(clock.wall()).toEqual(new Date(NOON + 100))
  },
)

test.each([-4_000, -1_000, 0, 900, 4_000])('a difference of %i ms counts for none', (aheadMs) => {
  answered(aheadMs)
  expect(aheadNow()).toBe(0)
})

test('answers that agree within seconds do not move the clock to and fro', () => {
  answered(MONTH_MS)
  const first = aheadNow()
  for (const jitterMs of [-2_000, 400, 1_900, -600]) {
    answered(MONTH_MS + jitterMs)
    expect(aheadNow()).toBe(first)
  }
})

test('an answer that took long tells less, and moves nothing that may be true', () => {
  answered(MONTH_MS)
  const first = aheadNow()
  answered(MONTH_MS + 12_000, 30_000)
  expect(aheadNow()).toBe(first)
  answered(MONTH_MS + 12_000)
  expect(aheadNow()).toBeGreaterThan(first + 10_000)
})

test('a clock that is right again is believed at once', () => {
  answered(MONTH_MS)
  answered(0)
  expect(aheadNow()).toBe(0)
})

test.each([undefined, null, '', 'soon', 12])('a header that tells no time changes nothing: %s', (header) => {
  answered(MONTH_MS)
  const before = aheadNow()
  clock.learn(header, clock.wall())
  expect(aheadNow()).toBe(before)
})
