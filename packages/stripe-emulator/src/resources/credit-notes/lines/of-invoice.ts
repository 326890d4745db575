import Big from 'big.js'
import { type Credit, creditedShare, creditOf, type Progress, sum, sumTax } from '../../../money/credit'
import { lineTaxes } from '../../../money/taxes'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { mergeMetadata } from '../../../transport/params/shapes'
import { CREDIT_NOTE_TEXTS } from '../../../unconfirmed'
import { missing, missingParam, refuse } from '../../../wire/refusal'
import type { Line } from '../../items/line'
import type { NoteLine } from '../credit-note'
import { type LineCall, newNoteLine } from './line'
import { givenTaxes, ratesOf } from './taxes'
import { type DraftLine, lineDiscounts } from './totals'

/** Credits a line of the invoice by amount or by quantity, with its discounts and taxes in proportion. */
export function creditInvoiceLine(call: LineCall): DraftLine {
  const { unit, invoice, given, at } = call
  const line = lineOn(call)
  const whole: Credit = { ...line, discount_amounts: line.discount_amounts ?? [] }
  const own = call.earlier.filter((each) => each.invoice_line_item === line.id)
  refuseMixed(call, own)
  const amount = given.quantity === undefined ? byAmount(call, line, own) : byQuantity(call, line, own)
  const credit = creditOf(whole, own, amount)
  const taxes = given.tax_amounts ? givenTaxes(unit, given.tax_amounts, at) : credit.taxes
  const before = sum(own.map((each) => each.amount))
  const inside = subtotalTax(unit, whole, lineDiscounts(whole, invoice), line)
  return {
    object: newNoteLine({
      id: call.id,
      ...credit,
      description: line.description,
      invoice_line_item: line.id,
      metadata: mergeMetadata({}, given.metadata),
      quantity: given.quantity ?? null,
      tax_rates: ratesOf(unit, taxes),
      taxes,
      type: 'invoice_line_item',
      unit_amount_decimal: given.quantity === undefined ? null : unitOf(line),
    }),
    subtotalTaxMinor: given.tax_amounts
      ? sumTax(taxes, 'inclusive')
      : between(inside, { before, after: before + amount, whole: line.amount }),
  }
}

function lineOn({ unit, invoice, given, at }: LineCall): Line {
  const param = `${at}[invoice_line_item]`
  if (given.invoice_line_item === undefined) throw missingParam(param)
  const line = unit.need('line_item', given.invoice_line_item, param)
  if (line.invoice !== invoice.id) throw missing('line item', line.id, param)
  return line
}

/** A line that was credited by quantity goes on being credited by quantity, and one by amount by amount. */
function refuseMixed({ given, at }: LineCall, own: NoteLine[]) {
  const key = given.quantity === undefined ? 'amount' : 'quantity'
  const clash = own.some((each) => (each.quantity === null) !== (key === 'amount'))
  if (clash) throw refuse(CREDIT_NOTE_TEXTS.lineMixed(key), { param: `${at}[${key}]` })
}

function byAmount({ given, at }: LineCall, line: Line, own: NoteLine[]): number {
  if (given.amount === undefined) throw missingParam(`${at}[amount]`)
  const left = line.amount - sum(own.map((each) => each.amount))
  const { amount } = given
  const fits = line.amount < 0 ? amount < 0 && amount >= left : amount > 0 && amount <= left
  if (fits) return amount
  throw refuse(CREDIT_NOTE_TEXTS.lineTooMuch(amount, left), { param: `${at}[amount]` })
}

function byQuantity({ given, at }: LineCall, line: Line, own: NoteLine[]): number {
  const whole = line.quantity_decimal ?? String(line.quantity ?? 1)
  const before = sum(own.map((each) => each.quantity ?? 0))
  const after = before + (given.quantity ?? 0)
  if (new Big(after).gt(whole)) {
    const left = new Big(whole).minus(before).toFixed()
    throw refuse(CREDIT_NOTE_TEXTS.lineTooMany(String(given.quantity), left), { param: `${at}[quantity]` })
  }
  return creditedShare(line.amount, sum(own.map((each) => each.amount)), { after, whole })
}

function unitOf({ pricing }: Line): string | null {
  return pricing?.unit_amount_decimal ?? null
}

/** The inclusive tax in a line's amount before discounts of the whole invoice, in minor units. */
function subtotalTax(unit: UnitOfWork, whole: Credit, ownDiscounts: number, line: Line): number {
  if (unit.get('line_taxes', line.id)) return sumTax(whole.taxes, 'inclusive')
  const taxes = lineTaxes(whole.amount - ownDiscounts, ratesOf(unit, whole.taxes))
  return sum(taxes.filter((tax) => tax.inclusive).map((tax) => tax.amountMinor))
}

function between(amountMinor: number, { before, after, whole }: Progress & { before: number }): number {
  return creditedShare(amountMinor, creditedShare(amountMinor, 0, { after: before, whole }), { after, whole })
}
