import { expect, test } from 'vitest'
import { fakeAdmin } from '../../testing/admin'
import { visit } from '../../testing/visit'
import { spanWords } from './span-words'
import { timeAsked } from './step'

const NOW = Date.UTC(2027, 0, 31, 12) / 1000

test('each step moves the time by what it says', async () => {
  const world = fakeAdmin()
  for (const step of ['hour', 'day', 'week', 'month']) await visit(world, '/time', { step })
  expect(world.seconds).toEqual([3600, 86_400, 604_800, 30 * 86_400])
})

test('a month ends on the last day of a shorter one', () => {
  expect(timeAsked({ step: 'month', to: '' }, NOW)).toEqual({ at: Date.UTC(2027, 1, 28, 12) / 1000 })
})

test('time moves to a chosen minute', async () => {
  const world = fakeAdmin()
  const { status, location } = await visit(world, '/time', { to: '2026-11-22T09:30' })
  expect([status, location]).toEqual([303, '/emulator'])
  expect(world.seconds).toEqual([88_200])
})

test.each([
  ['', 'Choose a day and an hour.'],
  ['soon', 'Choose a day and an hour.'],
  ['2026-11-20T09:00', 'Time moves forward only'],
  ['2040-01-01T00:00', 'At most 5 years on.'],
])('time does not move to %j', async (to, words) => {
  const world = fakeAdmin()
  const { status, text } = await visit(world, '/time', { to })
  expect(status).toBe(422)
  expect(text).toMatch(new RegExp(`id="to-problem">${words}`))
  expect(world.seconds).toEqual([])
})

test('a span is told by its two largest parts', () => {
  expect(spanWords(60)).toBe('1 minute')
  expect(spanWords(93_784)).toBe('1 day and 2 hours')
  expect(spanWords(0)).toBe('less than a minute')
})
