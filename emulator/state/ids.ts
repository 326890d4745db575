import { randomBytes } from 'node:crypto'

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const PREFIX_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** An id of Stripe's shape: prefix, underscore, 24 letters and digits unless told otherwise. */
export function newId(prefix: string, length = 24): string {
  return `${prefix}_${randomText(length, LETTERS)}`
}

/** What every invoice number of a customer starts with: eight capitals and digits. */
export function newInvoicePrefix(): string {
  return randomText(8, PREFIX_LETTERS)
}

export function randomText(length: number, letters = LETTERS): string {
  return Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join('')
}
