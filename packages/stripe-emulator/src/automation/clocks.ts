import { emit } from '../events/emit'
import { deleteClock } from '../resources/test-clocks/delete'
import { openUnit, type Runtime } from '../state/runtime'
import type { UnitOfWork } from '../state/unit-of-work'
import type { Attempts } from './attempts'
import { firstDue } from './scheduled-work'

/** Moves test clocks to where they are to go, doing on the way what falls due by them. */
export class Clocks {
  private readonly moving = new Map<string, Promise<void>>()
  private closed = false

  constructor(
    private readonly runtime: Runtime,
    private readonly attempts: Attempts,
  ) {}

  /** Moves a clock that is advancing; any other stays. */
  move(account: string, id: string) {
    const name = `${account} ${id}`
    const isAdvancing = this.runtime.database.collections(account).test_clock.get(id)?.status === 'advancing'
    if (this.closed || !isAdvancing || this.moving.has(name)) return
    const moved = this.run(account, id)
      .catch(console.error)
      .finally(() => this.moving.delete(name))
    this.moving.set(name, moved)
  }

  /** Deletes the clocks whose days are over. `until` is in unix seconds. */
  async deleteOld(until: number) {
    for (const account of this.runtime.database.accountIds()) {
      const clocks = [...this.runtime.database.collections(account).test_clock.oldestFirst()]
      for (const clock of clocks.filter((each) => each.deletes_after <= until)) {
        const unit = openUnit(this.runtime, account, clock.deletes_after)
        deleteClock(unit, clock)
        await this.runtime.commits.commit(unit.change.rows())
      }
    }
  }

  /** Resolves when every clock has arrived. */
  async settled() {
    while (this.moving.size > 0) await Promise.all(this.moving.values())
  }

  async close() {
    this.closed = true
    await this.settled()
  }

  private async run(account: string, id: string) {
    // The answer to the request that moved the clock goes out first.
    await new Promise<void>((resolve) => setImmediate(resolve))
    for (let isMoving = true; isMoving && !this.closed; ) {
      const unit = openUnit(this.runtime, account, this.runtime.now())
      isMoving = this.step(unit, id)
      await this.runtime.commits.commit(unit.change.rows())
    }
  }

  /** Goes to the next thing that is due, and does it; false once the clock has arrived. */
  private step(unit: UnitOfWork, id: string): boolean {
    const clock = unit.get('test_clock', id)
    const target = clock?.status_details.advancing?.target_frozen_time
    if (!clock || target === undefined) return false
    const work = firstDue(unit, { clock: id, until: target, except: this.attempts.failed })
    if (work) {
      const moment = Math.max(work.at, clock.frozen_time)
      this.attempts.make(unit.at(moment), work)
      unit.put('test_clock', { ...clock, frozen_time: moment })
      return true
    }
    const ready = { ...clock, frozen_time: target, status: 'ready', status_details: {} } as const
    emit(unit.at(target), 'test_helpers.test_clock.ready', unit.put('test_clock', ready))
    return false
  }
}
