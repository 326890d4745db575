import type { FaultInjector } from '../../faults/injector'
import { Change } from '../../state/change'
import type { Database } from '../../state/database'
import type { Kinds } from '../../state/kinds'
import type { Saver } from '../../state/store/saver'
import type { Row } from '../../state/store/store'
import { type Attempt, attemptDelivery, isDelivered, isReachable } from './attempt'
import { recordAttempt } from './record'
import { Timetable } from './timetable'

type Delivery = Kinds['delivery']

/** What is known of a delivery whose answer was lost. */
const UNHEARD: Attempt = { status: null, error: 'The answer was lost.' }

interface Parts {
  database: Database
  saver: Saver
  faults: FaultInjector
  retryDelaysMs: readonly number[]
  /** Unix seconds. */
  now: () => number
}

/**
 * Sends what is due, outside any request, and wakes itself for what is due later. A delivery is a row until
 * it succeeds or its retries run out, so a restart goes on where the last process stopped: at least once.
 */
export class DeliveryQueue {
  private readonly waiting = new Timetable<Delivery>()
  private readonly sending = new Map<string, Promise<void>>()
  private timer: NodeJS.Timeout | undefined
  private closed = false

  constructor(private readonly parts: Parts) {}

  /** Takes up what an earlier process left pending. */
  resume() {
    for (const account of this.parts.database.accountIds()) {
      for (const delivery of this.parts.database.collections(account).delivery.oldestFirst())
        this.add(delivery)
    }
    this.wake()
  }

  /** Takes up the deliveries among rows that were just kept, and sends what is due. */
  enqueue(rows: Row[]) {
    for (const { account, id } of rows.filter(({ kind }) => kind === 'delivery')) {
      const delivery = this.parts.database.collections(account).delivery.get(id)
      if (delivery) this.add(delivery)
    }
    this.wake()
  }

  add(delivery: Delivery) {
    if (delivery.state === 'pending') this.waiting.add(delivery)
  }

  /** Sends everything that is due by now. */
  wake() {
    clearTimeout(this.timer)
    if (this.closed) return
    const due = this.waiting.take(Date.now())
    for (const delivery of this.parts.faults.arrange(due)) {
      if (this.sending.has(delivery.id)) this.waiting.add(delivery)
      else this.send(delivery)
    }
    this.sleep()
  }

  /** Resolves when nothing is due and nothing is under way. Later retries are not waited for. */
  async settled() {
    this.wake()
    while (this.sending.size > 0) {
      await Promise.all(this.sending.values())
      this.wake()
    }
  }

  async sendNow(delivery: Delivery) {
    this.waiting.remove(delivery.id)
    if (!this.sending.has(delivery.id))
      this.send({ ...delivery, state: 'pending', nextAttemptAt: Date.now() })
    await this.sending.get(delivery.id)
  }

  async close() {
    this.closed = true
    clearTimeout(this.timer)
    await Promise.all(this.sending.values())
  }

  private sleep() {
    const next = this.waiting.soonest
    if (next === undefined) return
    this.timer = setTimeout(() => this.wake(), Math.max(0, next - Date.now()))
    this.timer.unref()
  }

  private send(delivery: Delivery) {
    const work = this.attempt(delivery).finally(() => {
      this.sending.delete(delivery.id)
      this.wake()
    })
    this.sending.set(delivery.id, work)
  }

  private async attempt(delivery: Delivery) {
    const fault = this.parts.faults.takeDelivery(delivery.eventType)
    if (fault?.kind === 'delay') {
      this.add({ ...delivery, nextAttemptAt: Date.now() + (fault.delayMs ?? 1000) })
      return
    }
    const [owner = '', endpoint = ''] = delivery.endpoint.split('/')
    const event = this.parts.database.collections(delivery.account).event.get(delivery.event)
    const { webhook_endpoint, endpoint_secret } = this.parts.database.collections(owner)
    const target = { url: webhook_endpoint.get(endpoint)?.url, secret: endpoint_secret.get(endpoint)?.secret }
    if (fault?.kind === 'drop' || !event || !isReachable(target)) return this.record(delivery, undefined)
    const first = await attemptDelivery(target, event)
    if (fault?.kind === 'unheard') return this.record(delivery, UNHEARD)
    const result = fault?.kind === 'duplicate' ? await attemptDelivery(target, event) : first
    await this.record(delivery, isDelivered(first) ? first : result)
  }

  private async record(delivery: Delivery, result: Attempt | undefined) {
    const { database, saver, retryDelaysMs, now } = this.parts
    const change = new Change(database)
    const after = recordAttempt(change, delivery, result, { retryDelaysMs, now: now() })
    // A store that refuses keeps the rows queued; the worst that follows is one delivery too many.
    await saver.save(change.rows()).catch(() => undefined)
    this.add(after)
  }
}
