import { sumTax } from '../../../money/credit'
import { lineAmountMinor } from '../../../money/round'
import { lineTaxes } from '../../../money/taxes'
import { mergeMetadata } from '../../../transport/params/shapes'
import { CREDIT_NOTE_TEXTS, MANUAL_TAXABILITY_REASON } from '../../../unconfirmed'
import { missingParam, refuse } from '../../../wire/refusal'
import { taxRates } from '../../items/item'
import type { NoteLine } from '../credit-note'
import { type LineCall, newNoteLine } from './line'
import { givenTaxes } from './taxes'
import type { DraftLine } from './totals'

/** Credits something that is no line of the invoice: a unit amount times a quantity, with taxes of its own. */
export function creditFreely({ unit, given, at, id }: LineCall): DraftLine {
  const unitAmount = given.unit_amount_decimal ?? given.unit_amount?.toString()
  if (unitAmount === undefined) throw missingParam(`${at}[unit_amount]`)
  if (unitAmount.startsWith('-'))
    throw refuse(CREDIT_NOTE_TEXTS.lineNegative, { param: `${at}[unit_amount]` })
  const quantity = given.quantity ?? 1
  const amount = lineAmountMinor(unitAmount, String(quantity))
  const rates = taxRates(unit, given.tax_rates, `${at}[tax_rates]`)
  const taxes = given.tax_amounts
    ? givenTaxes(unit, given.tax_amounts, at)
    : lineTaxes(amount, rates).map((tax): NonNullable<NoteLine['taxes']>[number] => ({
        amount: tax.amountMinor,
        tax_behavior: tax.inclusive ? 'inclusive' : 'exclusive',
        tax_rate_details: { tax_rate: tax.rate },
        taxability_reason: MANUAL_TAXABILITY_REASON,
        taxable_amount: tax.taxableMinor,
        type: 'tax_rate_details',
      }))
  return {
    object: newNoteLine({
      id,
      amount,
      description: given.description ?? null,
      discount_amounts: [],
      metadata: mergeMetadata({}, given.metadata),
      quantity,
      tax_rates: rates,
      taxes,
      type: 'custom_line_item',
      unit_amount_decimal: unitAmount,
    }),
    subtotalTaxMinor: sumTax(taxes, 'inclusive'),
  }
}
