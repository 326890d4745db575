import type { UnitOfWork } from '../state/unit-of-work'
import { Refusal } from '../wire/refusal'
import { nameOf, type ScheduledWork, workOf } from './scheduled-work'
import { doWork } from './work'

/** Does due work. What fails, or leads nowhere, is not tried again before a restart. */
export class Attempts {
  readonly failed = new Set<string>()

  make(unit: UnitOfWork, work: ScheduledWork) {
    const before = textOf(unit, work)
    try {
      doWork(unit, work)
    } catch (error) {
      if (!(error instanceof Refusal && error.effectsStand)) unit.change.undo()
      if (!(error instanceof Refusal)) console.error(error)
    }
    // The same may be due once more, as when a pause and a period end together; but not if nothing changed.
    const isDueAgain = workOf(unit, work.kind, work.id)?.at === work.at
    if (isDueAgain && textOf(unit, work) === before) this.failed.add(nameOf(work))
  }
}

function textOf(unit: UnitOfWork, { kind, id }: ScheduledWork): string {
  return JSON.stringify(unit.get(kind, id)) ?? ''
}
