import { expect, test } from 'vitest'
import { isSameOrigin } from './same-origin'

const APP = 'https://bills.example.com'
const host = 'bills.example.com'

test.for<[boolean, Record<string, string>]>([
  [true, { origin: APP, host, 'sec-fetch-site': 'same-origin' }],
  [true, { origin: APP, host }],
  [true, { origin: 'http://localhost:3000', host: 'localhost:3000' }],
  [true, { origin: APP, host: '10.0.0.5:3000' }],
  [false, { host, 'sec-fetch-site': 'same-origin' }],
  [false, { host }],
  [false, { origin: 'null', host }],
  [false, { origin: 'https://evil.example', host }],
  [false, { origin: 'https://evil.example', host, 'x-forwarded-host': 'evil.example' }],
  [false, { origin: 'https://bills.example.com.evil.example', host }],
  [false, { origin: 'file://', host: '' }],
  [false, { origin: APP, host, 'sec-fetch-site': 'cross-site' }],
  [false, { origin: APP, host, 'sec-fetch-site': 'same-site' }],
  [false, { origin: APP, host, 'sec-fetch-site': 'none' }],
])('answers %j to %j', ([expected, headers]) => {
  expect(isSameOrigin(new Headers(headers), APP)).toBe(expected)
})
