import { expect, test } from 'vitest'
import { clientNetwork } from './network'

test.for<[string | null, number, string | null]>([
  ['203.0.113.9', 1, '203.0.113.0/24'],
  ['203.0.113.9, 198.51.100.7', 1, '198.51.100.0/24'],
  ['203.0.113.9, 198.51.100.7', 2, '203.0.113.0/24'],
  ['2001:db8:aa:bbcc::1', 1, '2001:db8:aa:bb00::/56'],
  ['2001:db8::1', 1, '2001:db8:0:0::/56'],
  ['::1', 1, '0:0:0:0::/56'],
  ['::ffff:203.0.113.9', 1, '203.0.113.0/24'],
  ['203.0.113.9', 2, null],
  ['203.0.113.9', 0, null],
  ['not an address', 1, null],
  ['', 1, null],
  [null, 1, null],
])('sees in %j behind %i proxies the network %j', ([header, hops, network]) => {
  expect(clientNetwork(header, hops)).toBe(network)
})

test('gives two homes of one provider different IPv6 networks, and two devices of one home the same', () => {
  expect(clientNetwork('2001:db8:1:100::1', 1)).not.toBe(clientNetwork('2001:db8:1:200::1', 1))
  expect(clientNetwork('2001:db8:1:101::1', 1)).toBe(clientNetwork('2001:db8:1:1ff:9::2', 1))
})
