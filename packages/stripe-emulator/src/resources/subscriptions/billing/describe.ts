import { formatUnitPrice } from '../../../money/format'
import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Price } from '../../catalog/prices/price'
import { everyOf } from '../items/plan'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Returns what a line for a whole period says: `2 × Hosting (at $10.00 / month)`. */
export function periodWords(unit: UnitOfWork, price: Price, quantity: number): string {
  const unitPrice = formatUnitPrice(price.unit_amount_decimal ?? '0', price.currency)
  return `${quantity} × ${nameOf(unit, price)} (at ${unitPrice} / ${everyWords(price)})`
}

export function trialWords(unit: UnitOfWork, price: Price): string {
  return `Trial period for ${nameOf(unit, price)}`
}

/** Returns `Unused time on 2 × Hosting after 15 Jan 2026`, or the remaining time. */
export function prorationWords(
  unit: UnitOfWork,
  which: 'Unused' | 'Remaining',
  { price, quantity = 1 }: { price: Price; quantity?: number | undefined },
  moment: number,
): string {
  const what = quantity === 1 ? nameOf(unit, price) : `${quantity} × ${nameOf(unit, price)}`
  return `${which} time on ${what} after ${dayWords(moment)}`
}

function everyWords(price: Price): string {
  const { interval, count } = everyOf(price)
  return count === 1 ? interval : `every ${count} ${interval}s`
}

function nameOf(unit: UnitOfWork, price: Price): string {
  return unit.get('product', price.product)?.name ?? price.nickname ?? price.product
}

function dayWords(moment: number): string {
  const date = new Date(moment * 1000)
  const day = String(date.getUTCDate()).padStart(2, '0')
  return `${day} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}
