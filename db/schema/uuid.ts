import { randomBytes } from 'node:crypto'

const COUNTER_MAX = 0xfff

let lastMs = 0
let counter = 0

/**
 * A UUID of version 7 (RFC 9562 §6.2, method 1): ids made later in one process sort later, also within a millisecond
 * and when the clock steps back, so that a list can page by id alone. `bornAtMs` dates the id of a row that was born
 * elsewhere.
 */
export function uuidv7(bornAtMs?: number): string {
  if (bornAtMs !== undefined) return format(bornAtMs, 0)
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    counter = 0
  } else if (counter < COUNTER_MAX) {
    counter += 1
  } else {
    lastMs += 1
    counter = 0
  }
  return format(lastMs, counter)
}

function format(ms: number, order: number) {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | order, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
