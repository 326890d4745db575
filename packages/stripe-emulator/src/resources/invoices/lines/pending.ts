import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Item } from '../../items/item'
import type { Invoice } from '../invoice'

/** Returns what waits for an invoice of this customer and currency, oldest first. */
export function pendingItems(unit: UnitOfWork, { customer, currency }: Invoice): Item[] {
  return unit.collections.invoiceitem
    .inGroup(customer ?? '')
    .filter((item) => item.invoice === null && item.currency === currency)
}
