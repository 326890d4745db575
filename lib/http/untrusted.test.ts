import { expect, test } from 'vitest'
import { fastestMs } from '@/lib/testing/fastest'
import { isModestData } from './untrusted'

test('lets pass what a form can send', () => {
  const lines = Array.from({ length: 250 }, () => ({
    description: 'x'.repeat(500),
    quantity: '1',
    tax: null,
  }))
  expect(isModestData({ id: 'a', version: 3, lines, memo: undefined, on: true })).toBe(true)
  expect(isModestData('text')).toBe(true)
  expect(isModestData(null)).toBe(true)
})

test('refuses keys that reach a prototype', () => {
  for (const json of ['{"__proto__":1}', '{"a":{"constructor":{}}}', '[{"prototype":{}}]']) {
    expect(isModestData(JSON.parse(json))).toBe(false)
  }
})

test('refuses what is no plain data: maps, dates, streams, classes', () => {
  for (const value of [new Map(), new Date(), new ReadableStream(), new (class Draft {})()]) {
    expect(isModestData({ value })).toBe(false)
  }
})

test('answers to ten thousand levels, and to all the keys a request can carry, in under 50 ms', () => {
  const deep = JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)
  const wide = Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`k${index}`, 1]))
  const long = { memo: 'x'.repeat(1_000_000) }
  for (const hostile of [deep, wide, long]) {
    expect(isModestData(hostile)).toBe(false)
    expect(fastestMs(() => isModestData(hostile))).toBeLessThan(50)
  }
})
