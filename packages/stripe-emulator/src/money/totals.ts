import { type DiscountTerms, discountShares } from './discounts'
import { lineTaxes, type Tax, type TaxTerms } from './taxes'

export interface LineInput {
  amountMinor: number
  discountable: boolean
  product: string | null
  discounts: DiscountTerms[]
  taxRates: TaxTerms[]
  /** Taxes given in minor units instead of rates. */
  fixedTaxes?: Tax[]
}

export interface DiscountAmount {
  discount: string
  amountMinor: number
}

export interface LineTotals {
  discountAmounts: DiscountAmount[]
  taxes: Tax[]
}

export interface Totals {
  lines: LineTotals[]
  subtotalMinor: number
  subtotalExcludingTaxMinor: number
  totalMinor: number
  totalExcludingTaxMinor: number
  /** One entry a discount, summed over the lines. */
  discountAmounts: DiscountAmount[]
  /** One entry a rate, summed over the lines. */
  taxes: Tax[]
}

interface Working {
  input: LineInput
  remainingMinor: number
  discountAmounts: DiscountAmount[]
}

/** Computes line discounts, then invoice discounts, then taxes a line and a rate; rounds halves up at each step. */
export function computeTotals(
  inputs: LineInput[],
  invoiceDiscounts: DiscountTerms[],
  shippingMinor = 0,
): Totals {
  const lines = inputs.map(
    (input): Working => ({ input, remainingMinor: input.amountMinor, discountAmounts: [] }),
  )
  for (const line of lines) for (const terms of line.input.discounts) takeOff(terms, [line])
  const subtotalMinor = sum(lines.map((line) => line.remainingMinor))
  const beforeInvoiceDiscounts = lines.flatMap(taxesOf)
  for (const terms of invoiceDiscounts) takeOff(terms, lines)
  const taxed = lines.map(taxesOf)
  const taxes = taxed.flat()
  const netMinor = sum(lines.map((line) => line.remainingMinor))
  const totalMinor = netMinor + shippingMinor + sumTax(taxes, false)
  return {
    lines: lines.map(({ discountAmounts }, index) => ({ discountAmounts, taxes: taxed[index] ?? [] })),
    subtotalMinor,
    subtotalExcludingTaxMinor: subtotalMinor - sumTax(beforeInvoiceDiscounts, true),
    totalMinor,
    totalExcludingTaxMinor: totalMinor - sum(taxes.map((tax) => tax.amountMinor)),
    discountAmounts: addUpDiscounts(lines.flatMap((line) => line.discountAmounts)),
    taxes: addUpTaxes(taxes),
  }
}

function taxesOf({ input, remainingMinor }: Working): Tax[] {
  return input.fixedTaxes ?? lineTaxes(remainingMinor, input.taxRates)
}

function takeOff(terms: DiscountTerms, lines: Working[]) {
  const facts = lines.map(({ input, remainingMinor }) => ({ ...input, remainingMinor }))
  discountShares(terms, facts).forEach((amountMinor, index) => {
    const line = lines[index]
    if (!line || amountMinor === 0) return
    line.remainingMinor -= amountMinor
    line.discountAmounts.push({ discount: terms.id, amountMinor })
  })
}

function addUpDiscounts(amounts: DiscountAmount[]): DiscountAmount[] {
  const byDiscount = new Map<string, DiscountAmount>()
  for (const { discount, amountMinor } of amounts) {
    const soFar = byDiscount.get(discount)?.amountMinor ?? 0
    byDiscount.set(discount, { discount, amountMinor: soFar + amountMinor })
  }
  return [...byDiscount.values()]
}

function addUpTaxes(taxes: Tax[]): Tax[] {
  const byRate = new Map<string, Tax>()
  for (const tax of taxes) {
    const { amountMinor, taxableMinor } = byRate.get(tax.rate) ?? { amountMinor: 0, taxableMinor: 0 }
    byRate.set(tax.rate, {
      ...tax,
      amountMinor: amountMinor + tax.amountMinor,
      taxableMinor: taxableMinor + tax.taxableMinor,
    })
  }
  return [...byRate.values()]
}

function sumTax(taxes: Tax[], inclusive: boolean): number {
  return sum(taxes.filter((tax) => tax.inclusive === inclusive).map((tax) => tax.amountMinor))
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
