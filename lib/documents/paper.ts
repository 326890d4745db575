import type { Draft, DraftLine, TaxBehavior } from './draft/draft'
import type { Field } from './field'
import { DOCUMENT_FIELDS } from './fields'
import type { Terms } from './values/terms'

/** What the paper of a document shows, the same for a draft, its review, and the document as it was sent. */
export type Paper = {
  number: string | null
  customerName: string | null
  customerEmail: string | null
  /** The day it falls due, `YYYY-MM-DD`; null while that depends on when it is sent. */
  dueDate: string | null
  terms: Terms
  currency: string
  facts: Fact[]
  lines: PaperLine[]
  sums: Sum[]
  memo: string
  footer: string
}

/** What is said beside the parties, such as the client's own number for the order. */
export type Fact = { label: string; text: string }

/** A line with what it comes to, before its discount. */
export type PaperLine = DraftLine & { amountMinor: number }

export type Sum = {
  name: 'subtotal' | 'discount' | 'tax' | 'total' | 'paid' | 'remaining'
  label: string
  minor: number
}

type Amounts = {
  subtotalMinor: number
  discountMinor: number
  /** One for each rate, or one for all where Stripe tells no more. */
  taxes: { percent: string | null; behavior: TaxBehavior; amountMinor: number }[]
  totalMinor: number
  paidMinor?: number
  /** What is still owed; null where nobody waits for it. */
  remainingMinor?: number | null
}

export function factsOf(draft: Omit<Draft, 'lines'>): Fact[] {
  const values: Record<string, unknown> = draft
  return Object.entries<Field<unknown>>(DOCUMENT_FIELDS)
    .filter(([name, { isFact, empty }]) => isFact && values[name] !== empty)
    .map(([name, { label, words }]) => ({ label, text: words?.(values[name]) ?? '' }))
}

/** The sums under the lines, in their order. A discount has its place even when there is none. */
export function sumsOf({ taxes, paidMinor = 0, remainingMinor = null, ...amounts }: Amounts): Sum[] {
  return [
    { name: 'subtotal', label: 'Subtotal', minor: amounts.subtotalMinor },
    // Zero has no sign.
    { name: 'discount', label: 'Discount', minor: 0 - amounts.discountMinor },
    ...taxes.map((tax): Sum => ({ name: 'tax', label: taxLabel(tax), minor: tax.amountMinor })),
    { name: 'total', label: 'Total', minor: amounts.totalMinor },
    ...(paidMinor > 0 ? paidSums(paidMinor, remainingMinor) : []),
  ]
}

function paidSums(paidMinor: number, remainingMinor: number | null): Sum[] {
  const paid: Sum = { name: 'paid', label: 'Paid', minor: -paidMinor }
  return remainingMinor === null
    ? [paid]
    : [paid, { name: 'remaining', label: 'Remaining', minor: remainingMinor }]
}

function taxLabel({ percent, behavior }: Amounts['taxes'][number]) {
  const rate = percent === null ? 'Tax' : `Tax ${percent}%`
  return behavior === 'inclusive' ? `${rate} included` : rate
}
