import type { Book } from '../state/unit-of-work'
import { Refusal } from '../wire/refusal'
import { type DueWork, nameOf, workOf } from './scheduled-work'
import { doWork } from './work'

/** Does due work. What fails, or leads nowhere, is not tried again before a restart. */
export class Attempts {
  readonly failed = new Set<string>()

  make(book: Book, work: DueWork) {
    const before = textOf(book, work)
    try {
      doWork(book, work)
    } catch (error) {
      if (!(error instanceof Refusal && error.effectsStand)) book.change.undo()
      if (!(error instanceof Refusal)) console.error(error)
    }
    // The same may be due once more, as when a pause and a period end together; but not if nothing changed.
    const isDueAgain = workOf(book, work.kind, work.id)?.at === work.at
    if (isDueAgain && textOf(book, work) === before) this.failed.add(nameOf(work))
  }
}

function textOf(book: Book, { kind, id }: DueWork): string {
  return JSON.stringify(book.get(kind, id)) ?? ''
}
