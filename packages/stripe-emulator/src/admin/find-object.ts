import { view } from '../resources/answer/serialise'
import type { Book } from '../state/unit-of-work'
import { namedKinds } from './objects'

/** Any object of an account by its id alone, as the API would return it. */
export function findObject(book: Book, id: string): unknown {
  for (const kind of namedKinds()) {
    const found = view(book, kind, id)
    if (found) return found
  }
  return undefined
}
