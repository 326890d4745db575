import { expect, test } from 'vitest'
import { formatDay, formatMoment } from './dates'

const LATE_ON_THE_FIRST = Date.UTC(2026, 11, 1, 23, 30, 5) / 1000

test('names the calendar day of the zone', () => {
  expect(formatDay(LATE_ON_THE_FIRST, 'UTC')).toBe('December 1, 2026')
  expect(formatDay(LATE_ON_THE_FIRST, 'Asia/Tokyo')).toBe('December 2, 2026')
})

test('counts an unknown zone as UTC', () => {
  expect(formatDay(LATE_ON_THE_FIRST, 'Mars/Olympus')).toBe('December 1, 2026')
})

test('shows a moment to the second', () => {
  expect(formatMoment(LATE_ON_THE_FIRST)).toBe('Dec 1, 2026, 23:30:05')
})
