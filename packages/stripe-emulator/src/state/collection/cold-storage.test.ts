import { expect, test } from 'vitest'
import { ColdStorage } from './cold-storage'

const COUNT = 1500

test('cold storage gives back every value as it was put in, packed or not, in any order', () => {
  const storage = new ColdStorage()
  const values = Array.from({ length: COUNT }, (_, n) => ({ n, text: `the ${n}th, "quoted" 🧾 \u2028 \0` }))
  const kept = values.map((value) => storage.keep(value))
  for (let n = 0; n < COUNT; n++) {
    const place = (n * 37) % COUNT
    expect(kept[place]?.read()).toEqual(values[place])
  }
})

test('cold storage gives back the same object while it is not packed', () => {
  const storage = new ColdStorage()
  const value = {}
  expect(storage.keep(value).read()).toBe(value)
})
