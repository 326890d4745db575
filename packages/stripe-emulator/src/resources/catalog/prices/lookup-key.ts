import { emitUpdate } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
import { refuse } from '../../../wire/refusal'
import { shownPrice } from '../serialise'
import type { Price } from './price'

/** A lookup key names one price, be it archived. */
export function requireFreeKey(book: Book, key: string, own?: string) {
  const holder = holderOf(book, key, own)
  if (!holder) return
  throw refuse(`A price (\`${holder.id}\`) already uses that lookup key.`, { param: 'lookup_key' })
}

/** Takes the key from the other price that holds it, if one does. */
export function takeKeyFromHolder(book: Book, key: string, own: string) {
  const holder = holderOf(book, key, own)
  if (!holder) return
  const after = book.put('price', { ...holder, lookup_key: null })
  emitUpdate(book, 'price.updated', shownPrice(holder), shownPrice(after))
}

function holderOf(book: Book, key: string, own: string | undefined): Price | undefined {
  for (const price of book.shelves.price.newestFirst()) {
    if (price.lookup_key === key && price.id !== own) return price
  }
}
