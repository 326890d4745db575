import type { Book } from '../../../state/unit-of-work'
import type { Item } from '../../items/item'
import type { Invoice } from '../invoice'

/** What waits for an invoice of this customer and currency, oldest first. */
export function pendingItems(book: Book, { customer, currency }: Invoice): Item[] {
  return book.shelves.invoiceitem
    .inGroup(customer ?? '')
    .filter((item) => item.invoice === null && item.currency === currency)
}
