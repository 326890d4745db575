import Big from 'big.js'
import { roundMinor } from './round'

export interface DiscountTerms {
  id: string
  amountOffMinor: number | null
  percentOff: number | null
  /** The products it is limited to; null for all. */
  products: string[] | null
}

export interface Discountable {
  discountable: boolean
  product: string | null
  remainingMinor: number
}

/** Returns what one discount takes off each line, in the order of the lines; zero where it does not reach. */
export function discountShares(terms: DiscountTerms, lines: Discountable[]): number[] {
  const bases = lines.map((line) => (reaches(terms, line) ? Math.max(0, line.remainingMinor) : 0))
  if (terms.percentOff !== null) {
    const percent = new Big(terms.percentOff)
    return bases.map((base) => roundMinor(percent.times(base).div(100)))
  }
  return allocate(terms.amountOffMinor ?? 0, bases)
}

/** In proportion, rounded down, what is left over to the last line that has room. */
function allocate(amountMinor: number, bases: number[]): number[] {
  const whole = bases.reduce((sum, base) => sum + base, 0)
  const target = Math.min(amountMinor, whole)
  if (target === 0) return bases.map(() => 0)
  const shares = bases.map((base) => Number((BigInt(target) * BigInt(base)) / BigInt(whole)))
  let left = target - shares.reduce((sum, share) => sum + share, 0)
  for (let index = shares.length - 1; left > 0; index--) {
    const share = shares[index] ?? 0
    const more = Math.min(left, (bases[index] ?? 0) - share)
    shares[index] = share + more
    left -= more
  }
  return shares
}

function reaches(terms: DiscountTerms, line: Discountable): boolean {
  if (!line.discountable) return false
  return terms.products === null || (line.product !== null && terms.products.includes(line.product))
}
