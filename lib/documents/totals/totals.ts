import Big from 'big.js'
import type { Draft, DraftLine, TaxBehavior } from '@/lib/documents/draft/draft'
import { isPercent } from '@/lib/documents/values/decimal'
import { amountOff, type Discount, settledDiscount } from '@/lib/documents/values/discount'
import { isCurrency } from '@/lib/money/currencies'
import { isDecimal, roundHalfUp, shortest } from '@/lib/money/decimals'
import { minorUnitsIn } from '@/lib/money/minor-units'

export type TotalsLine = Pick<DraftLine, 'quantity' | 'unitPrice' | 'taxPercent' | 'discount'>

export type TotalsInput = Pick<Draft, 'currency' | 'taxBehavior' | 'discount'> & { lines: TotalsLine[] }

export type LineTotals = {
  /** Price times quantity, before discounts. */
  amountMinor: number
  discountMinor: number
  /** The line's share of the invoice's discount. */
  invoiceDiscountMinor: number
  taxMinor: number
  /** What the tax is reckoned on, without the tax. */
  taxableMinor: number
}

export type TaxTotals = { percent: string; behavior: TaxBehavior; taxableMinor: number; amountMinor: number }

export type Totals = {
  lines: LineTotals[]
  /** After the lines' discounts, before the invoice's, inclusive tax inside. */
  subtotalMinor: number
  /** The invoice's discount. */
  discountMinor: number
  taxes: TaxTotals[]
  taxMinor: number
  totalExcludingTaxMinor: number
  totalMinor: number
}

const HUNDREDTH = Big('0.01')
const NO_UNITS = Big(0)
const NOTHING = { quantity: '0', unitPrice: '0', taxPercent: '' }

/**
 * Stripe's arithmetic, to the minor unit: each line, discount and tax is rounded by itself, then summed. A draft has
 * totals at any moment: what cannot be reckoned yet counts as nothing.
 */
export function computeTotals({ currency, taxBehavior, lines, discount }: TotalsInput): Totals {
  const minorUnits = isCurrency(currency) ? minorUnitsIn(currency) : NO_UNITS
  const priced = lines.map((line) => {
    const isReady = isDecimal(line.quantity) && isDecimal(line.unitPrice)
    const { quantity, unitPrice, taxPercent } = isReady ? line : NOTHING
    const amountMinor = roundHalfUp(minorUnits.times(unitPrice).times(quantity))
    const discountMinor = discountOn(amountMinor, settledDiscount(line.discount, currency), currency)
    return { amountMinor, discountMinor, netMinor: amountMinor - discountMinor, taxPercent }
  })
  const net = priced.map(({ netMinor }) => netMinor)
  const shares = sharesOf(settledDiscount(discount, currency), net, currency)
  const totals = priced.map(({ amountMinor, discountMinor, netMinor, taxPercent }, i): LineTotals => {
    const invoiceDiscountMinor = shares[i] ?? 0
    const base = netMinor - invoiceDiscountMinor
    const taxMinor = taxOn(base, taxPercent, taxBehavior)
    const taxableMinor = taxBehavior === 'inclusive' ? base - taxMinor : base
    return { amountMinor, discountMinor, invoiceDiscountMinor, taxMinor, taxableMinor }
  })
  const taxMinor = sum(totals.map((line) => line.taxMinor))
  const totalExcludingTaxMinor = sum(totals.map((line) => line.taxableMinor))
  return {
    lines: totals,
    subtotalMinor: sum(net),
    discountMinor: sum(shares),
    taxes: taxesOf(priced, totals, taxBehavior),
    taxMinor,
    totalExcludingTaxMinor,
    totalMinor: totalExcludingTaxMinor + taxMinor,
  }
}

// Stripe does not discount a negative line.
function discountOn(amountMinor: number, discount: Discount | null, currency: string) {
  if (!discount || amountMinor <= 0) return 0
  const { kind, value } = discount
  const wanted = kind === 'amount' ? amountOff(discount, currency) : percentOf(amountMinor, value)
  return Math.min(Math.max(wanted, 0), amountMinor)
}

function sharesOf(discount: Discount | null, net: number[], currency: string) {
  if (discount?.kind === 'amount') return allocate(amountOff(discount, currency), net)
  return net.map((amount) => discountOn(amount, discount, currency))
}

/**
 * A fixed amount over the positive lines in proportion: every share rounded down, the rest to the last line.
 * A last line too small for the rest hands it to the one before, so that no line falls below zero.
 */
function allocate(amountMinor: number, net: number[]) {
  const weights = net.map((amount) => Math.max(amount, 0))
  const whole = sum(weights)
  const wanted = Math.min(Math.max(amountMinor, 0), whole)
  if (wanted === 0) return net.map(() => 0)
  const shares = weights.map((weight) => Number((BigInt(wanted) * BigInt(weight)) / BigInt(whole)))
  let rest = wanted - sum(shares)
  for (let i = shares.length - 1; rest > 0 && i >= 0; i--) {
    const share = shares[i] ?? 0
    const extra = Math.min(rest, (weights[i] ?? 0) - share)
    shares[i] = share + extra
    rest -= extra
  }
  return shares
}

function taxOn(baseMinor: number, percent: string, behavior: TaxBehavior) {
  if (!isPercent(percent) || baseMinor === 0) return 0
  if (behavior === 'exclusive') return percentOf(baseMinor, percent)
  return roundHalfUp(Big(baseMinor).times(percent).div(Big(percent).plus(100)))
}

// Multiplying is many times faster than big.js's division, and this runs at every keystroke.
function percentOf(amountMinor: number, percent: string) {
  return roundHalfUp(HUNDREDTH.times(percent).times(amountMinor))
}

/** One row a rate, in the order in which the rates first appear. */
function taxesOf(lines: { taxPercent: string }[], totals: LineTotals[], behavior: TaxBehavior) {
  const taxes = new Map<string, TaxTotals>()
  lines.forEach(({ taxPercent }, i) => {
    const line = totals[i]
    if (!isPercent(taxPercent) || !line) return
    const percent = shortest(taxPercent)
    const tax = taxes.get(percent) ?? { percent, behavior, taxableMinor: 0, amountMinor: 0 }
    tax.taxableMinor += line.taxableMinor
    tax.amountMinor += line.taxMinor
    taxes.set(percent, tax)
  })
  return [...taxes.values()]
}

function sum(amounts: number[]) {
  return amounts.reduce((total, amount) => total + amount, 0)
}
