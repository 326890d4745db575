import { isBlank } from '@/lib/text/plain-text'
import type { Discount } from './values/discount'
import type { Terms } from './values/terms'

/** Stripe's limits: lines of an invoice, code points of its texts. */
export const LINES_MAX = 250
export const LINES_FULL = `An invoice holds at most ${LINES_MAX} lines. Split it in two.`
export const DESCRIPTION_MAX = 5000
export const MEMO_MAX = 1500
export const FOOTER_MAX = 5000

export type TaxBehavior = 'exclusive' | 'inclusive'

/**
 * An invoice being written. Numbers are text: in the form as its writer's locale has it, everywhere else
 * decimals (`1234.5`). Empty means not filled in yet.
 */
export type Draft = {
  clientId: string | null
  currency: string
  taxBehavior: TaxBehavior
  terms: Terms
  memo: string
  footer: string
  discount: Discount | null
  lines: DraftLine[]
}

export type DraftLine = {
  id: string
  description: string
  quantity: string
  /** Major units of the invoice's currency. */
  unitPrice: string
  /** Empty for a line without tax; `0` for one taxed at zero. */
  taxPercent: string
  discount: Discount | null
}

export function emptyLine(id: string, taxPercent = ''): DraftLine {
  return { id, description: '', quantity: '1', unitPrice: '', taxPercent, discount: null }
}

/** Without the spare rows that nobody wrote in; call it before `checkSendable`, so that paths match. */
export function withoutSpareLines(draft: Draft): Draft {
  return {
    ...draft,
    lines: draft.lines.filter((line) => !isBlank(line.description) || line.unitPrice !== ''),
  }
}
