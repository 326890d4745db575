import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proofSize } from '@/lib/testing/proof-size'
import {
  addDays,
  dateInZone,
  daysBetween,
  endOfDayIn,
  formatDate,
  isCalendarDate,
  isTimeZone,
  relativeDays,
  todayIn,
} from './dates'

test('knows which days exist', () => {
  for (const date of ['2028-02-29', '1999-12-31', '2026-01-01']) expect(isCalendarDate(date)).toBe(true)
  for (const date of ['2026-02-30', '2027-02-29', '0000-01-01', '9999-01-01', '2026-1-1', '2026-13-01', '']) {
    expect(isCalendarDate(date)).toBe(false)
  }
})

test('counts days over months, leap years and clock changes', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
})

test('says what day it is at both ends of the world', () => {
  const now = new Date('2026-11-22T10:30:00Z')
  expect(todayIn('Pacific/Kiritimati', now)).toBe('2026-11-23')
  expect(todayIn('Pacific/Pago_Pago', now)).toBe('2026-11-21')
})

test.for([
  ['Europe/Berlin', '2026-03-29', '2026-03-29T21:59:59Z'],
  ['Europe/Berlin', '2026-10-25', '2026-10-25T22:59:59Z'],
  ['Pacific/Kiritimati', '2026-11-22', '2026-11-22T09:59:59Z'],
  ['Pacific/Pago_Pago', '2026-11-22', '2026-11-23T10:59:59Z'],
  ['Asia/Calcutta', '2026-11-22', '2026-11-22T18:29:59Z'],
  // Midnight does not exist here: the clocks go from 23:59:59 to 01:00.
  ['Africa/Cairo', '2026-04-23', '2026-04-23T21:59:59Z'],
  // 23:00 to 24:00 comes twice here: the day ends with the second.
  ['Asia/Beirut', '2026-10-24', '2026-10-24T21:59:59Z'],
  // A day that Samoa left out ends where the day before did.
  ['Pacific/Apia', '2011-12-30', '2011-12-30T09:59:59Z'],
])('ends %s %s at %s', ([zone = '', date = '', instant = '']) => {
  expect(new Date(endOfDayIn(zone, date) * 1000).toISOString()).toBe(instant.replace('Z', '.000Z'))
})

test('ends a day inside the day, one second before the next', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'Asia/Calcutta', 'UTC')
  const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2012-01-01', days))
  fc.assert(
    fc.property(zones, dates, (zone, date) => {
      const end = endOfDayIn(zone, date)
      expect(dateInZone(end, zone)).toBe(date)
      expect(dateInZone(end + 1, zone)).toBe(addDays(date, 1))
    }),
    { numRuns: proofSize(500, 20_000) },
  )
})

test('takes zones by their old names and no inventions', () => {
  for (const zone of ['Asia/Calcutta', 'Asia/Kolkata', 'UTC', 'Europe/Kyiv'])
    expect(isTimeZone(zone)).toBe(true)
  for (const zone of ['Mars/Base', '', '+05:30', 'Europe/Berlin; drop']) expect(isTimeZone(zone)).toBe(false)
})

test('writes dates and distances in words', () => {
  expect(formatDate('2027-01-05', 'en-GB')).toBe('5 Jan 2027')
  expect(formatDate('2027-01-05', 'en-US')).toBe('Jan 5, 2027')
  expect(relativeDays('2027-01-05', '2027-01-04', 'en')).toBe('tomorrow')
  expect(relativeDays('2027-01-05', '2027-01-08', 'en')).toBe('3 days ago')
})
