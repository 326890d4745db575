import { emitUpdate } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { refuse } from '../../../wire/refusal'
import { serialisePrice } from '../serialise'
import type { Price } from './price'

/** A lookup key names one price, be it archived. */
export function requireFreeKey(unit: UnitOfWork, key: string, own?: string) {
  const holder = holderOf(unit, key, own)
  if (!holder) return
  throw refuse(`A price (\`${holder.id}\`) already uses that lookup key.`, { param: 'lookup_key' })
}

/** Takes the key from the other price that holds it, if one does. */
export function transferLookupKey(unit: UnitOfWork, key: string, own: string) {
  const holder = holderOf(unit, key, own)
  if (!holder) return
  const after = unit.put('price', { ...holder, lookup_key: null })
  emitUpdate(unit, 'price.updated', serialisePrice(holder), serialisePrice(after))
}

function holderOf(unit: UnitOfWork, key: string, own: string | undefined): Price | undefined {
  for (const price of unit.collections.price.newestFirst()) {
    if (price.lookup_key === key && price.id !== own) return price
  }
}
