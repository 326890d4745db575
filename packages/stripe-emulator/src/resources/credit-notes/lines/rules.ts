import { CREDIT_NOTE_TEXTS } from '../../../unconfirmed'
import { badParam, refuse } from '../../../wire/refusal'
import type { NoteLineRequest } from '../params'
import type { LineCall } from './line'

type Key = keyof NoteLineRequest

/** What only one kind of line may be given. */
const ONLY_FOR: [Key, NoteLineRequest['type']][] = [
  ['amount', 'invoice_line_item'],
  ['invoice_line_item', 'invoice_line_item'],
  ['description', 'custom_line_item'],
  ['tax_rates', 'custom_line_item'],
  ['unit_amount', 'custom_line_item'],
  ['unit_amount_decimal', 'custom_line_item'],
]

const EXCLUSIVE: [Key, Key][] = [
  ['amount', 'quantity'],
  ['unit_amount', 'unit_amount_decimal'],
  ['tax_amounts', 'tax_rates'],
]

/** Refuses what does not belong on a line of its type, or beside another parameter. */
export function refuseMisplaced({ invoice, given, at }: LineCall) {
  const stray = ONLY_FOR.find(([key, type]) => given[key] !== undefined && given.type !== type)
  if (stray) throw refuse(CREDIT_NOTE_TEXTS.lineParam(...stray), { param: `${at}[${stray[0]}]` })
  const clash = EXCLUSIVE.find((pair) => pair.every((key) => given[key] !== undefined && given[key] !== null))
  if (clash) {
    const message = `You may only specify one of these parameters: ${clash.join(', ')}.`
    throw badParam(message, { param: `${at}[${clash[0]}]` })
  }
  if (!invoice.automatic_tax.enabled) return
  if (given.type === 'custom_line_item') {
    throw refuse(CREDIT_NOTE_TEXTS.lineAutomaticTax('custom_line_item'), { param: `${at}[type]` })
  }
  if (given.tax_amounts)
    throw refuse(CREDIT_NOTE_TEXTS.lineAutomaticTax('tax_amounts'), { param: `${at}[tax_amounts]` })
}
