import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network of the client: `203.0.113.0/24`, or the first 56 bits of an IPv6 address, which is what one customer
 * is given. Only the entry that the outermost of our own `hops` proxies added to `X-Forwarded-For` is believed;
 * what stands to its left was sent by the client. Null without proxies, as nothing then vouches for the header.
 */
export function clientNetwork(forwardedFor: string | null, hops: number): string | null {
  if (hops < 1 || !forwardedFor) return null
  const address = forwardedFor.split(',').at(-hops)?.trim() ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIPv4(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`
  return isIPv6(address) ? `${first56Bits(address)}::/56` : null
}

function first56Bits(address: string) {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return groups
    .slice(0, 4)
    .map((group, index) => (Number.parseInt(group, 16) & (index === 3 ? 0xff00 : 0xffff)).toString(16))
    .join(':')
}
