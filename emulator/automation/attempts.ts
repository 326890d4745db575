import type { Book } from '../state/book'
import { Refusal } from '../transport/refusal'
import { type DueWork, nameOf, workOf } from './due-work'
import { doWork } from './work'

/** Does due work. What fails, or leads nowhere, is not tried again before a restart. */
export class Attempts {
  readonly failed = new Set<string>()

  make(book: Book, work: DueWork) {
    try {
      doWork(book, work)
    } catch (error) {
      if (!(error instanceof Refusal && error.effectsStand)) book.change.undo()
      if (!(error instanceof Refusal)) console.error(error)
    }
    if (workOf(book, work.kind, work.id)?.at === work.at) this.failed.add(nameOf(work))
  }
}
