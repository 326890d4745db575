import type { Store } from '@/db/store'
import { inside, newPlace, type Place } from './place'
import { type Servers, withServers } from './servers'
import { type LocalStripe, startStripe } from './stripe'
import type { Row } from './table'

export type World<T> = Servers & { place: Place; stripe: LocalStripe; made: T }

/** A fresh database with what `make` puts in it, and both servers on it while `measure` asks them. */
export async function inWorld<T>(
  make: (store: Store) => Promise<T>,
  measure: (world: World<T>) => Promise<Row[]>,
): Promise<Row[]> {
  const stripe = await startStripe()
  const place = await newPlace()
  try {
    const made = await inside(place, make)
    return await withServers(place, stripe.origin, (servers) => measure({ ...servers, place, stripe, made }))
  } finally {
    await place.remove()
    await stripe.close()
  }
}
