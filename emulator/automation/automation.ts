import { Book } from '../state/book'
import { Change } from '../state/change'
import { invoiceDue, subscriptionDue } from '../state/due'
import { ROOT } from '../state/ledger'
import type { Row } from '../state/store'
import type { Engine } from '../transport/engine'
import { keep } from '../transport/execute'
import { Refusal } from '../transport/refusal'
import { aheadBy, putAhead } from './ahead'
import { type DueWork, firstDue, nameOf } from './due-work'
import { stepClock } from './step-clock'
import { doWork } from './work'

/** Something may have become due without a request: acknowledged webhooks, a clock of another process. */
const LOOKS_AT_LEAST_EVERY_MS = 60_000

interface AccountWork {
  account: string
  work: DueWork
}

/**
 * Does by itself what is due: by the emulator's time as it goes by, by a test clock while that is moved. What
 * is due is read from the state, so a restart goes on where the last process stopped.
 */
export class Automation {
  private readonly clocks = new Map<string, Promise<void>>()
  private readonly failed = new Set<string>()
  private running: Promise<void> = Promise.resolve()
  private timer: NodeJS.Timeout | undefined
  /** When the next thing is due; unix seconds. */
  private next = Number.POSITIVE_INFINITY
  private closed = false

  constructor(private readonly engineOf: () => Engine) {}

  private get engine(): Engine {
    return this.engineOf()
  }

  /** Takes up what an earlier process left. */
  resume() {
    for (const account of this.engine.ledger.accountIds()) {
      for (const { id } of this.engine.ledger.shelves(account).test_clock.oldestFirst()) {
        this.moveClock(account, id)
      }
    }
    this.wake()
  }

  /** Looks at what a request wrote: something of it may be due, and soon. */
  heed(rows: Row[]) {
    for (const { account, kind, id } of rows) {
      if (kind === 'test_clock') this.moveClock(account, id)
      this.next = Math.min(this.next, this.dueAt(account, kind, id) ?? this.next)
    }
    this.sleep()
  }

  /** Does everything that is due by now. */
  wake() {
    if (this.closed) return
    this.running = this.running.then(() => this.catchUp()).catch(report)
  }

  /** Resolves when nothing is due and no test clock is moving. */
  async settled() {
    this.wake()
    await this.running
    while (this.clocks.size > 0) await Promise.all(this.clocks.values())
  }

  /** Moves the emulator's time forward, from one thing that is due to the next. */
  async advanceTime(seconds: number) {
    const target = this.engine.now() + seconds
    const moved = this.running.then(async () => {
      for (let due = this.first(target); due; due = this.first(target)) {
        await this.moveTo(due.work.at)
        await this.run(due)
      }
      await this.moveTo(target)
    })
    this.running = moved.catch(report)
    await moved
    this.wake()
  }

  secondsAhead(): number {
    return aheadBy(this.engine.ledger)
  }

  async close() {
    this.closed = true
    clearTimeout(this.timer)
    await this.running
    await Promise.all(this.clocks.values())
  }

  private async catchUp() {
    const until = this.engine.now()
    for (let due = this.first(until); due && !this.closed; due = this.first(until)) await this.run(due)
    this.next = this.first(Number.POSITIVE_INFINITY)?.work.at ?? Number.POSITIVE_INFINITY
    this.sleep()
  }

  private first(until: number): AccountWork | undefined {
    const wanted = { clock: null, until, except: this.failed }
    const all = this.engine.ledger.accountIds().flatMap((account) => {
      const work = firstDue(this.book(account, until), wanted)
      return work ? { account, work } : []
    })
    return all.reduce<AccountWork | undefined>(
      (first, each) => (first && first.work.at <= each.work.at ? first : each),
      undefined,
    )
  }

  private async run({ account, work }: AccountWork) {
    const book = this.book(account, work.at)
    this.attempt(book, work)
    await keep(this.engine, book.change.rows())
  }

  /** What fails, or leads nowhere, is not tried again before a restart. */
  private attempt(book: Book, work: DueWork) {
    try {
      doWork(book, work)
    } catch (error) {
      if (!(error instanceof Refusal && error.effectsStand)) book.change.undo()
      if (!(error instanceof Refusal)) console.error(error)
    }
    if (this.dueAt(book.account, work.kind, work.id) === work.at) this.failed.add(nameOf(work))
  }

  private moveClock(account: string, id: string) {
    const name = `${account} ${id}`
    const isMoving = this.engine.ledger.shelves(account).test_clock.get(id)?.status === 'advancing'
    if (this.closed || !isMoving || this.clocks.has(name)) return
    const moving = this.runClock(account, id)
      .catch(report)
      .finally(() => this.clocks.delete(name))
    this.clocks.set(name, moving)
  }

  private async runClock(account: string, id: string) {
    // The answer to the request that moved the clock goes out first.
    await new Promise<void>((resolve) => setImmediate(resolve))
    for (let isMoving = true; isMoving && !this.closed; ) {
      const book = this.book(account, this.engine.now())
      isMoving = stepClock(book, id, {
        except: this.failed,
        attempt: (inTime, work) => this.attempt(inTime, work),
      })
      await keep(this.engine, book.change.rows())
    }
  }

  private async moveTo(moment: number) {
    const book = this.book(ROOT, moment)
    putAhead(book, Math.max(0, moment - this.engine.now()))
    await keep(this.engine, book.change.rows())
  }

  private dueAt(account: string, kind: string, id: string): number | null {
    const { invoice, subscription, timer } = this.engine.ledger.shelves(account)
    const body = { invoice: invoice.get(id), subscription: subscription.get(id), timer: timer.get(id) }
    if (kind === 'invoice') return body.invoice ? invoiceDue(body.invoice) : null
    if (kind === 'subscription') return body.subscription ? subscriptionDue(body.subscription) : null
    return kind === 'timer' ? (body.timer?.at ?? null) : null
  }

  private sleep() {
    clearTimeout(this.timer)
    if (this.closed || !Number.isFinite(this.next)) return
    const wait = Math.max(0, this.next - this.engine.now()) * 1000
    this.timer = setTimeout(() => this.wake(), Math.min(wait, LOOKS_AT_LEAST_EVERY_MS))
    this.timer.unref()
  }

  /** A book for what happens by itself: its events name no request. */
  private book(account: string, now: number): Book {
    const { ledger, origin } = this.engine
    const platform = ledger.shelves(ROOT).account.get(account)?.platform ?? account
    return new Book(new Change(ledger), account, { now, origin, platform, request: null })
  }
}

function report(error: unknown) {
  if (!(error instanceof Refusal)) console.error(error)
}
