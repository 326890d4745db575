import { expect, test, vi } from 'vitest'
import { uuidv7 } from './uuid'

test('ids made later sort later, ten thousand within a millisecond or with a clock that steps back', () => {
  const clock = vi.spyOn(Date, 'now')
  const ids: string[] = []
  for (const now of [5_000, 5_000, 4_000, 5_001]) {
    clock.mockReturnValue(Date.UTC(2040, 0, 1) + now)
    for (let i = 0; i < 5_000; i++) ids.push(uuidv7())
  }
  clock.mockRestore()
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
})

test('an id says its version, its variant and its time', () => {
  const id = uuidv7(Date.UTC(2026, 10, 22))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 22))
})
