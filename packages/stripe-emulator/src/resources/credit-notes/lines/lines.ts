import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Invoice } from '../../invoices/invoice'
import { issuedLines } from '../issued'
import type { NoteRequest } from '../params'
import { creditFreely } from './custom'
import { bareLine } from './line'
import { creditInvoiceLine } from './of-invoice'
import { refuseMisplaced } from './rules'
import type { DraftLine } from './totals'

/** Works out the lines of a note. A bare amount is one line of its own, beside the shipping. */
export function draftLines(
  unit: UnitOfWork,
  invoice: Invoice,
  given: NoteRequest,
  { shippingMinor, idOf }: { shippingMinor: number; idOf: (index: number) => string },
): DraftLine[] {
  const earlier = issuedLines(unit, invoice)
  if (!given.lines) {
    const rest = (given.amount ?? 0) - shippingMinor
    return rest > 0 ? [{ object: bareLine(idOf(0), rest), subtotalTaxMinor: 0 }] : []
  }
  return given.lines.map((line, index) => {
    const call = { unit, invoice, given: line, at: `lines[${index}]`, id: idOf(index), earlier }
    refuseMisplaced(call)
    const draft = line.type === 'invoice_line_item' ? creditInvoiceLine(call) : creditFreely(call)
    earlier.push(draft.object)
    return draft
  })
}
