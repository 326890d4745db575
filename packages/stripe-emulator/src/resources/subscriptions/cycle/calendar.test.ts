import fc from 'fast-check'
import { expect, test } from 'vitest'
import { later, periodAt, roughSeconds } from './calendar'

const MONTHLY = { interval: 'month', count: 1 }
const at = (text: string) => Date.parse(`${text}Z`) / 1000
const dayOf = (moment: number) => new Date(moment * 1000).toISOString().slice(0, 10)

test('a month from the 31st ends on the last day of a shorter month, and comes back to the 31st', () => {
  const anchor = at('2026-01-31T10:30:00')
  const days = [1, 2, 3, 13].map((times) => dayOf(later(anchor, MONTHLY, times)))
  expect(days).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2027-02-28'])
  expect(dayOf(later(at('2024-01-31T10:30:00'), MONTHLY))).toBe('2024-02-29')
})

test('a year from a leap day ends on 28 February', () => {
  expect(dayOf(later(at('2024-02-29T00:00:00'), { interval: 'year', count: 1 }))).toBe('2025-02-28')
})

test('days and weeks are so many seconds', () => {
  expect(later(0, { interval: 'week', count: 2 }, 3)).toBe(6 * 7 * 86_400)
  expect(later(0, { interval: 'day', count: 1 }, -1)).toBe(-86_400)
})

test('the period before an anchor in the future ends at the anchor', () => {
  const anchor = at('2026-06-01T00:00:00')
  expect(periodAt(anchor, MONTHLY, at('2026-05-15T00:00:00'))).toEqual({
    start: at('2026-05-01T00:00:00'),
    end: anchor,
  })
})

const moments = fc.integer({ min: at('1990-01-01T00:00:00'), max: at('2090-01-01T00:00:00') })
const everies = fc.record({
  interval: fc.constantFrom('day', 'week', 'month', 'year'),
  count: fc.integer({ min: 1, max: 12 }),
})

test('every moment is in one period; the periods follow each other without a gap', () => {
  fc.assert(
    fc.property(moments, everies, moments, (anchor, every, moment) => {
      const period = periodAt(anchor, every, moment)
      expect(period.start).toBeLessThanOrEqual(moment)
      expect(period.end).toBeGreaterThan(moment)
      expect(periodAt(anchor, every, period.start)).toEqual(period)
      expect(periodAt(anchor, every, period.end).start).toBe(period.end)
      expect(periodAt(anchor, every, period.start - 1).end).toBe(period.start)
    }),
  )
})

test('an interval keeps the time of day, and months the day or the last of the month', () => {
  fc.assert(
    fc.property(moments, everies, fc.integer({ min: 0, max: 40 }), (anchor, every, times) => {
      const end = new Date(later(anchor, every, times) * 1000)
      const start = new Date(anchor * 1000)
      expect(end.toISOString().slice(10)).toBe(start.toISOString().slice(10))
      if (every.interval === 'day' || every.interval === 'week') return
      const next = new Date(end.getTime() + 86_400_000)
      expect(end.getUTCDate() === start.getUTCDate() || next.getUTCDate() === 1).toBe(true)
    }),
  )
})

test('a longer interval is told from a shorter one', () => {
  const lengths = ['day', 'week', 'month', 'year'].map((interval) => roughSeconds({ interval, count: 1 }))
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
})
