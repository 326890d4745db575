import { ROOT } from '../state/database'
import { openUnit, type Runtime } from '../state/runtime'
import type { Row } from '../state/store/store'
import { Attempts } from './attempts'
import { clockOffset, putClockOffset } from './clock-offset'
import { Clocks } from './clocks'
import { clockOfWork, firstDue, isTimed, type ScheduledWork, workOf } from './scheduled-work'

/** Something may have become due without a request, as when a webhook is acknowledged. */
const LOOKS_AT_LEAST_EVERY_MS = 60_000
const NEVER = Number.POSITIVE_INFINITY

interface AccountWork {
  account: string
  work: ScheduledWork
}

/**
 * Does by itself what is due: by the emulator's time as it goes by, by a test clock while that is moved. What
 * is due is read from the state, so a restart goes on where the last process stopped.
 */
export class Automation {
  private readonly attempts = new Attempts()
  private readonly clocks: Clocks
  private running: Promise<void> = Promise.resolve()
  private timer: NodeJS.Timeout | undefined
  /** When the next thing is due; unix seconds. */
  private next = NEVER
  private closed = false

  constructor(private readonly runtime: Runtime) {
    this.clocks = new Clocks(runtime, this.attempts)
  }

  /** Takes up what an earlier process left. */
  resume() {
    const { database } = this.runtime
    for (const account of database.accountIds()) {
      for (const { id } of database.collections(account).test_clock.oldestFirst())
        this.clocks.move(account, id)
    }
    this.wake()
  }

  /** Looks at what was written: something of it may be due, and soon. */
  reschedule(rows: Row[]) {
    const before = this.next
    for (const { account, kind, id } of rows) {
      if (kind === 'test_clock') this.clocks.move(account, id)
      if (isTimed(kind)) this.next = Math.min(this.next, this.dueAt(account, kind, id))
    }
    if (this.next < before) this.sleep()
  }

  /** Does everything that is due by now. */
  wake() {
    if (this.closed) return
    this.running = this.running.then(() => this.catchUp()).catch(console.error)
  }

  /** Resolves when nothing is due and no test clock is moving. */
  async settled() {
    this.wake()
    await this.running
    await this.clocks.settled()
  }

  /** Moves the emulator's time forward, from one thing that is due to the next. */
  async advanceTime(seconds: number) {
    const target = this.runtime.now() + seconds
    const moved = this.running.then(async () => {
      for (let due = this.first(target); due; due = this.first(target)) {
        await this.moveTo(due.work.at)
        await this.run(due)
      }
      await this.moveTo(target)
    })
    this.running = moved.catch(() => undefined)
    await moved
    this.wake()
  }

  /** How far the emulator's time is ahead of the real one. */
  secondsAhead(): number {
    return clockOffset(this.runtime.database)
  }

  async close() {
    this.closed = true
    clearTimeout(this.timer)
    await Promise.all([this.running, this.clocks.close()])
  }

  private async catchUp() {
    const until = this.runtime.now()
    for (let due = this.first(until); due && !this.closed; due = this.first(until)) await this.run(due)
    await this.clocks.deleteOld(until)
    this.next = this.first(NEVER)?.work.at ?? NEVER
    this.sleep()
  }

  private first(until: number): AccountWork | undefined {
    const wanted = { clock: null, until, except: this.attempts.failed }
    let first: AccountWork | undefined
    for (const account of this.runtime.database.accountIds()) {
      const work = firstDue(openUnit(this.runtime, account, until), wanted)
      if (work && (!first || work.at < first.work.at)) first = { account, work }
    }
    return first
  }

  private async run({ account, work }: AccountWork) {
    const unit = openUnit(this.runtime, account, work.at)
    this.attempts.make(unit, work)
    await this.runtime.commits.commit(unit.change.rows())
  }

  private async moveTo(moment: number) {
    const unit = openUnit(this.runtime, ROOT, moment)
    putClockOffset(unit, Math.max(0, moment - this.runtime.now()))
    await this.runtime.commits.commit(unit.change.rows())
  }

  private dueAt(account: string, kind: string, id: string): number {
    const unit = openUnit(this.runtime, account, 0)
    const work = workOf(unit, kind, id)
    return work && clockOfWork(unit, work) === null ? work.at : NEVER
  }

  private sleep() {
    clearTimeout(this.timer)
    if (this.closed || this.next === NEVER) return
    const wait = Math.max(0, this.next - this.runtime.now()) * 1000
    this.timer = setTimeout(() => this.wake(), Math.min(wait, LOOKS_AT_LEAST_EVERY_MS))
    this.timer.unref()
  }
}
