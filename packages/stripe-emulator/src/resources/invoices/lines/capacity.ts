import type { UnitOfWork } from '../../../state/unit-of-work'
import { TEXTS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import type { Invoice } from '../invoice'

const MAX_ITEMS = 250

export function requireRoom(unit: UnitOfWork, invoice: Invoice, more: number) {
  const count = unit.collections.line_item.inGroup(invoice.id).length
  if (count + more > MAX_ITEMS) throw refuse(TEXTS.tooManyItems)
}
