import Big from 'big.js'
import type { Discount, TaxBehavior } from '@/lib/invoices/view'
import { exponentOf } from '@/lib/money/currencies'
import { roundHalfUp, shortest } from '@/lib/money/decimals'

export type TotalsLine = {
  quantity: string
  /** Major units. */
  unitPrice: string
  taxPercent: string | null
  discount: Discount | null
}

export type TotalsInput = {
  currency: string
  taxBehavior: TaxBehavior
  lines: TotalsLine[]
  discount: Discount | null
}

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

/** Stripe's arithmetic, to the minor unit: each line, discount and tax is rounded by itself, then summed. */
export function computeTotals({ currency, taxBehavior, lines, discount }: TotalsInput): Totals {
  const minorUnits = minorUnitsIn(currency)
  const priced = lines.map((line) => {
    const amountMinor = roundHalfUp(minorUnits.times(line.unitPrice).times(line.quantity))
    const discountMinor = discountOn(amountMinor, line.discount)
    return { amountMinor, discountMinor, netMinor: amountMinor - discountMinor, taxPercent: line.taxPercent }
  })
  const net = priced.map(({ netMinor }) => netMinor)
  const shares = sharesOf(discount, net)
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
    taxes: taxesOf(lines, totals, taxBehavior),
    taxMinor,
    totalExcludingTaxMinor,
    totalMinor: totalExcludingTaxMinor + taxMinor,
  }
}

/** Stripe's `unit_amount_decimal`: `12.345` USD → `1234.5`. */
export function unitAmountDecimal(unitPrice: string, currency: string) {
  return minorUnitsIn(currency).times(unitPrice).toFixed()
}

/** The other way round: `1234.5` → `12.345` USD. */
export function unitPriceFrom(unitAmountDecimal: string, currency: string) {
  return Big(unitAmountDecimal).div(minorUnitsIn(currency)).toFixed()
}

function minorUnitsIn(currency: string) {
  return Big(10).pow(exponentOf(currency))
}

// Stripe does not discount a negative line.
function discountOn(amountMinor: number, discount: Discount | null) {
  if (!discount || amountMinor <= 0) return 0
  const wanted = discount.kind === 'amount' ? discount.amountMinor : percentOf(amountMinor, discount.percent)
  return Math.min(Math.max(wanted, 0), amountMinor)
}

function sharesOf(discount: Discount | null, net: number[]) {
  if (discount?.kind === 'amount') return allocate(discount.amountMinor, net)
  return net.map((amount) => discountOn(amount, discount))
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

function taxOn(baseMinor: number, percent: string | null, behavior: TaxBehavior) {
  if (percent === null || baseMinor === 0) return 0
  if (behavior === 'exclusive') return percentOf(baseMinor, percent)
  return roundHalfUp(Big(baseMinor).times(percent).div(Big(percent).plus(100)))
}

// Multiplying is many times faster than big.js's division, and this runs at every keystroke.
function percentOf(amountMinor: number, percent: string) {
  return roundHalfUp(HUNDREDTH.times(percent).times(amountMinor))
}

/** One row a rate, in the order in which the rates first appear. */
function taxesOf(lines: TotalsLine[], totals: LineTotals[], behavior: TaxBehavior) {
  const taxes = new Map<string, TaxTotals>()
  lines.forEach(({ taxPercent }, i) => {
    const line = totals[i]
    if (taxPercent === null || !line) return
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
