import { serialise } from '../resources/answer/serialise'
import type { UnitOfWork } from '../state/unit-of-work'
import { namedKinds } from './objects'

/** Returns any object of an account by its id alone, as the API would return it. */
export function findObject(unit: UnitOfWork, id: string): unknown {
  for (const kind of namedKinds()) {
    const found = serialise(unit, kind, id)
    if (found) return found
  }
  return undefined
}
