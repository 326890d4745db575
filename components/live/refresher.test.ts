import { expect, test } from 'vitest'
import { refresher } from './refresher'

/** Readings that end when the test says so. */
function slowReadings() {
  const begun: (readonly unknown[])[] = []
  const ends: (() => void)[] = []
  const read = (key: readonly unknown[]) => {
    begun.push(key)
    return new Promise<void>((resolve) => ends.push(resolve))
  }
  return { begun, read, endNext: async () => ends.shift()?.() }
}

test('changes that come while it reads are read once more, together, when it is done', async () => {
  const { begun, read, endNext } = slowReadings()
  const refresh = refresher(read)
  const whole = refresh(['a'])
  for (let i = 0; i < 5; i++) refresh(['a'])
  expect(begun).toEqual([['a']])
  await endNext()
  await expect.poll(() => begun).toEqual([['a'], ['a']])
  await endNext()
  await whole
  expect(begun).toHaveLength(2)
})

test('a change after it is done is read anew', async () => {
  const { begun, read, endNext } = slowReadings()
  const refresh = refresher(read)
  const first = refresh(['a'])
  await endNext()
  await first
  refresh(['a'])
  expect(begun).toHaveLength(2)
})

test('one thing does not wait for another', () => {
  const { begun, read } = slowReadings()
  const refresh = refresher(read)
  refresh(['a'])
  refresh(['b', 1])
  expect(begun).toEqual([['a'], ['b', 1]])
})
