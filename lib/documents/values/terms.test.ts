import { expect, test } from 'vitest'
import { dueDateOf, termsLabel } from './terms'

test('falls due some days after today, or on a date', () => {
  expect(dueDateOf({ kind: 'days', days: 0 }, '2026-11-22')).toBe('2026-11-22')
  expect(dueDateOf({ kind: 'days', days: 14 }, '2026-12-25')).toBe('2027-01-08')
  expect(dueDateOf({ kind: 'date', date: '2027-02-01' }, '2026-11-22')).toBe('2027-02-01')
})

test('names terms as invoices do', () => {
  expect([0, 1, 30].map(termsLabel)).toEqual(['Due on receipt', 'Due in 1 day', 'Due in 30 days'])
})
