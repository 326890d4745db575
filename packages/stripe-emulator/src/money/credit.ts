import Big from 'big.js'
import type Stripe from 'stripe'
import type { Wire } from '../wire/wire'
import { roundMinor } from './round'

/** What is credited of a line, or the whole of it: its gross amount, what comes off it, and its taxes. Minor units. */
export type Credit = Pick<Wire<Stripe.CreditNoteLineItem>, 'amount' | 'discount_amounts' | 'taxes'>

/** How much of a line is credited once a note is issued, as a part of the whole; both decimals or integers. */
export interface Progress {
  after: number | string
  whole: number | string
}

/** Minor units of a note's total: first what the invoice still asks for, then the rest. */
export interface Split {
  preMinor: number
  postMinor: number
}

/**
 * Returns what of an amount the next note credits, in minor units: in proportion, halves away from zero, over
 * everything credited so far. However a line is split, the shares add up to the amount.
 */
export function creditedShare(
  amountMinor: number,
  creditedMinor: number,
  { after, whole }: Progress,
): number {
  const left = amountMinor - creditedMinor
  if (Math.sign(left) !== Math.sign(amountMinor)) return 0
  if (new Big(whole).eq(0)) return left
  const due = roundMinor(new Big(amountMinor).times(after).div(whole)) - creditedMinor
  return left < 0 ? Math.max(left, Math.min(0, due)) : Math.min(left, Math.max(0, due))
}

/** Credits `amount` of a line with the discounts and taxes that go with it, after what earlier notes took. */
export function creditOf(line: Credit, earlier: Credit[], amount: number): Credit {
  const before = sum(earlier.map((each) => each.amount))
  const progress = { after: before + amount, whole: line.amount }
  const discounts = line.discount_amounts.map((part) => creditDiscount(part, earlier, progress))
  const taxes = (line.taxes ?? []).map((tax, index, all) => {
    return creditTax(tax, sameTax(earlier, tax, all.slice(0, index)), progress)
  })
  return { amount, discount_amounts: discounts.filter((part) => part.amount !== 0), taxes }
}

/** Returns what a credit takes off what is owed. */
export function creditTotal({ amount, discount_amounts, taxes }: Credit): number {
  return amount - sum(discount_amounts.map((each) => each.amount)) + sumTax(taxes, 'exclusive')
}

/** Taxes of a credit that are inside its amount, or on top of it. */
export function sumTax(taxes: Credit['taxes'], behavior: 'inclusive' | 'exclusive'): number {
  return sum((taxes ?? []).filter((tax) => tax.tax_behavior === behavior).map((tax) => tax.amount))
}

/** Returns one entry a discount, summed over the lines of a note. */
export function discountsOf(credits: Credit[]): Credit['discount_amounts'] {
  return merged(
    credits.flatMap((each) => each.discount_amounts),
    (part) => part.discount,
    (one, other) => ({ ...one, amount: one.amount + other.amount }),
  )
}

/** Returns one entry a rate, summed over the lines of a note. */
export function taxesOf(credits: Credit[]): NonNullable<Credit['taxes']> {
  return merged(
    credits.flatMap((each) => each.taxes ?? []),
    rateOf,
    (one, other) => ({
      ...one,
      amount: one.amount + other.amount,
      taxable_amount: (one.taxable_amount ?? 0) + (other.taxable_amount ?? 0),
    }),
  )
}

/** A note first lowers what an invoice still asks for, never below zero. */
export function splitCredit(totalMinor: number, remainingMinor: number): Split {
  const preMinor = Math.min(totalMinor, remainingMinor)
  return { preMinor, postMinor: totalMinor - preMinor }
}

export function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}

type Discount = Credit['discount_amounts'][number]
type Tax = NonNullable<Credit['taxes']>[number]

function creditDiscount(part: Discount, earlier: Credit[], progress: Progress): Discount {
  const all = earlier.flatMap((each) => each.discount_amounts)
  const credited = sum(all.filter((each) => each.discount === part.discount).map((each) => each.amount))
  return { ...part, amount: creditedShare(part.amount, credited, progress) }
}

function creditTax(tax: Tax, same: Tax[], progress: Progress): Tax {
  const credited = sum(same.map((each) => each.amount))
  const amount = creditedShare(tax.amount, credited, progress)
  if (tax.taxable_amount === null) return { ...tax, amount }
  const taxed = sum(same.map((each) => each.taxable_amount ?? 0))
  return { ...tax, amount, taxable_amount: creditedShare(tax.taxable_amount, taxed, progress) }
}

function merged<T>(parts: T[], keyOf: (part: T) => string, add: (one: T, other: T) => T): T[] {
  const byKey = new Map<string, T>()
  for (const part of parts) {
    const soFar = byKey.get(keyOf(part))
    byKey.set(keyOf(part), soFar === undefined ? part : add(soFar, part))
  }
  return [...byKey.values()]
}

/** What was credited of a tax. A line may have one rate twice: then the second goes with the second. */
function sameTax(earlier: Credit[], tax: Tax, before: Tax[]): Tax[] {
  const isSameRate = (each: Tax) => rateOf(each) === rateOf(tax)
  const place = before.filter(isSameRate).length
  return earlier.flatMap(({ taxes }) => taxes?.filter(isSameRate)[place] ?? [])
}

function rateOf(tax: Tax): string {
  return tax.tax_rate_details?.tax_rate ?? ''
}
