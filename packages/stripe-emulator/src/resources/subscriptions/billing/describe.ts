import { formatUnitPrice } from '../../../money/format'
import type { Book } from '../../../state/unit-of-work'
import type { Price } from '../../catalog/prices/price'
import { everyOf } from '../items/plan'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** What a line for a whole period says: `2 × Hosting (at $10.00 / month)`. */
export function periodWords(book: Book, price: Price, quantity: number): string {
  const unit = formatUnitPrice(price.unit_amount_decimal ?? '0', price.currency)
  return `${quantity} × ${nameOf(book, price)} (at ${unit} / ${everyWords(price)})`
}

export function trialWords(book: Book, price: Price): string {
  return `Trial period for ${nameOf(book, price)}`
}

/** `Unused time on 2 × Hosting after 15 Jan 2026`, or the remaining time. */
export function prorationWords(
  book: Book,
  which: 'Unused' | 'Remaining',
  { price, quantity = 1 }: { price: Price; quantity?: number | undefined },
  moment: number,
): string {
  const what = quantity === 1 ? nameOf(book, price) : `${quantity} × ${nameOf(book, price)}`
  return `${which} time on ${what} after ${dayWords(moment)}`
}

function everyWords(price: Price): string {
  const { interval, count } = everyOf(price)
  return count === 1 ? interval : `every ${count} ${interval}s`
}

function nameOf(book: Book, price: Price): string {
  return book.get('product', price.product)?.name ?? price.nickname ?? price.product
}

function dayWords(moment: number): string {
  const date = new Date(moment * 1000)
  const day = String(date.getUTCDate()).padStart(2, '0')
  return `${day} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}
