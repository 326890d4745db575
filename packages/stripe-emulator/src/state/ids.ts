import { randomFillSync } from 'node:crypto'

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const PREFIX_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

const USUAL_LENGTH = 24
const LENGTHS: Record<string, number> = { acct: 16, cus: 14, prod: 14, req: 14, si: 14 }

/** Short ids are letters all through; the others begin with the number of their generation. */
const GENERATIONS: Record<string, string> = { ch: '3', cus: '', pi: '3', prod: '', re: '3', req: '', si: '' }

/** Makes an id of Stripe's shape: prefix, underscore, and as many letters and digits as Stripe gives that kind. */
export function newId(prefix: string, length = LENGTHS[prefix] ?? USUAL_LENGTH): string {
  const generation = GENERATIONS[prefix] ?? '1'
  return spell(`${prefix}_${generation}`, length - generation.length, LETTERS)
}

/** Makes what every invoice number of a customer starts with: eight capitals and digits. */
export function newInvoicePrefix(): string {
  return randomText(8, PREFIX_LETTERS)
}

export function randomText(length: number, letters = LETTERS): string {
  return spell('', length, letters)
}

// In one piece: a text joined from parts keeps its parts in memory, and ids are what there is most of.
function spell(head: string, length: number, letters: string): string {
  const bytes = Buffer.alloc(head.length + length)
  bytes.write(head, 'latin1')
  for (let place = head.length; place < bytes.length; place++) {
    bytes[place] = letters.charCodeAt(randomByte() % letters.length)
  }
  return bytes.toString('latin1')
}

const pool = Buffer.alloc(4096)
let used = pool.length

function randomByte(): number {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 1
  return pool[used - 1] ?? 0
}
