import { sum } from '../../../money/credit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { BARE_CREDIT_DESCRIPTION } from '../../../unconfirmed'
import type { Invoice } from '../../invoices/invoice'
import type { NoteLine } from '../credit-note'
import type { NoteLineRequest } from '../params'

/** One line of a request, and what was credited of the invoice before it. */
export interface LineCall {
  unit: UnitOfWork
  invoice: Invoice
  given: NoteLineRequest
  /** Where the request says it: `lines[0]`. */
  at: string
  id: string
  earlier: NoteLine[]
}

type Facts = Pick<
  NoteLine,
  | 'id'
  | 'amount'
  | 'description'
  | 'discount_amounts'
  | 'metadata'
  | 'quantity'
  | 'tax_rates'
  | 'taxes'
  | 'type'
> & { unit_amount_decimal: string | null; invoice_line_item?: string }

/** Makes a line with everything that follows from its facts. */
export function newNoteLine(facts: Facts): NoteLine {
  const unit = facts.unit_amount_decimal
  return {
    ...facts,
    object: 'credit_note_line_item',
    discount_amount: sum(facts.discount_amounts.map((each) => each.amount)),
    livemode: false,
    pretax_credit_amounts: facts.discount_amounts.map((each) => ({ ...each, type: 'discount' as const })),
    unit_amount: unit === null || unit.includes('.') ? null : Number(unit),
  }
}

/** Credits an amount of the whole invoice. */
export function bareLine(id: string, amount: number): NoteLine {
  return newNoteLine({
    id,
    amount,
    description: BARE_CREDIT_DESCRIPTION,
    discount_amounts: [],
    metadata: {},
    quantity: 1,
    tax_rates: [],
    taxes: [],
    type: 'custom_line_item',
    unit_amount_decimal: String(amount),
  })
}
