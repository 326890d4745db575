import { randomBytes } from 'node:crypto'

let lastMs = 0
let counter = 0

/**
 * A UUID of version 7 (RFC 9562 §5.7, method 1): ids made later in one process sort later, also within a millisecond,
 * so that a list can page by id alone. `atMs` places an id in the past, for rows that were born elsewhere.
 */
export function uuidv7(atMs: number = Date.now()): string {
  const bytes = randomBytes(16)
  if (atMs === lastMs) counter += 1
  else counter = 0
  lastMs = atMs
  bytes.writeUIntBE(atMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | (counter & 0x0fff), 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
