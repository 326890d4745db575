import { expect, test } from 'vitest'
import { ColdStorage } from './cold-storage'

const COUNT = 1500

test('what was kept comes back as it was, packed or not, in any order', () => {
  const storage = new ColdStorage()
  const values = Array.from({ length: COUNT }, (_, n) => ({ n, text: `the ${n}th, "quoted" 🧾 \u2028 \0` }))
  const kept = values.map((value) => storage.keep(value))
  for (let n = 0; n < COUNT; n++) {
    const place = (n * 37) % COUNT
    expect(kept[place]?.read()).toEqual(values[place])
  }
})

test('what was kept lately is the very thing', () => {
  const storage = new ColdStorage()
  const value = {}
  expect(storage.keep(value).read()).toBe(value)
})
