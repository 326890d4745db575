import { Refusal } from '../wire/refusal'
import type { Saver } from './store/saver'
import type { Row } from './store/store'

/** Keeps what was written, and tells those who act on it. */
export class Commits {
  private readonly listeners: ((rows: Row[]) => void)[] = []

  constructor(private readonly saver: Saver) {}

  /** Calls the listener after each commit, also after one of no rows. */
  onCommit(listener: (rows: Row[]) => void) {
    this.listeners.push(listener)
  }

  /** Saves rows; those the store refuses stay queued and stand in memory, for the outcome is unknown, as with a 500 of Stripe's. */
  async commit(rows: Row[]) {
    try {
      await this.saver.save(rows)
    } catch (error) {
      console.error(error)
      throw new Refusal(500, { type: 'api_error', message: 'The state of this request could not be kept.' })
    }
    for (const listener of this.listeners) listener(rows)
  }
}
