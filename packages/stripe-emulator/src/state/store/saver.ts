import type { Row, Store } from './store'

/**
 * Writes behind memory, one commit at a time. Requests that arrive during a commit share the next one.
 * Rows of a failed commit stay queued: memory already shows them, so they must be kept before anything later.
 */
export class Saver {
  private queued: Row[] = []
  private running: Promise<void> | undefined
  private next: Promise<void> | undefined

  constructor(private readonly store: Store) {}

  /** Resolves once the rows are kept; rejects when the store refused them. */
  save(rows: Row[]): Promise<void> {
    if (rows.length === 0) return Promise.resolve()
    this.queued.push(...rows)
    this.next ??= this.afterRunning()
    return this.next
  }

  private async afterRunning() {
    await this.running?.catch(() => undefined)
    this.running = this.flush()
    this.next = undefined
    await this.running
  }

  private async flush() {
    const batch = this.queued
    this.queued = []
    try {
      await this.store.commit(batch)
    } catch (error) {
      this.queued = [...batch, ...this.queued]
      throw error
    }
  }
}
