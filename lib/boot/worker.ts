import 'server-only'
import { listen, QUEUES, type QueueName } from '@/db/notify'
import { handleDueEvents } from '@/lib/events/sync'
import { sweepDue, sweepSoon } from '@/lib/events/sync-sweep'
import { logSurprise } from '@/lib/log'
import { carryOnOperations } from './operations'

/** What happens later is a row in a table that says when. `work` does some of what is due; true when there may be more. */
type Lane = { work: () => Promise<boolean>; lanes: number; everyMs: number }

// A call to Stripe that hangs holds up its own lane only.
const LANES: Record<QueueName, Lane> = {
  operations: { work: carryOnOperations, lanes: 3, everyMs: 1_000 },
  events: { work: handleDueEvents, lanes: 2, everyMs: 1_000 },
  sweeps: { work: sweepDue, lanes: 1, everyMs: 15_000 },
}

/**
 * Works off the queues until it is stopped. Any number of processes may do so at once: each row is leased to one.
 * @returns how to stop: it resolves when what was begun is finished
 */
export async function startWorker(): Promise<() => Promise<void>> {
  const bells = { operations: new Bell(), events: new Bell(), sweeps: new Bell() }
  const stopListening = await listen({
    onWork: (queue) => bells[queue].ring(),
    onReconnect: () => {
      for (const queue of QUEUES) bells[queue].ring()
    },
  })
  await sweepSoon()
  const lanes = QUEUES.flatMap((queue) => lanesOf(LANES[queue], bells[queue]))
  return async () => {
    for (const queue of QUEUES) bells[queue].stop()
    await stopListening()
    await Promise.all(lanes)
  }
}

function lanesOf({ work, lanes, everyMs }: Lane, bell: Bell) {
  bell.ringEvery(everyMs)
  return Array.from({ length: lanes }, () => run(work, bell))
}

async function run(work: Lane['work'], bell: Bell) {
  while (!bell.isStopped) if (!(await attempt(work))) await bell.wait()
}

async function attempt(work: Lane['work']) {
  try {
    return await work()
  } catch (error) {
    logSurprise('the worker stumbled', error)
    return false
  }
}

/** Wakes one of the lanes that sleep; where none does, the next to lie down gets up at once. */
class Bell {
  isStopped = false
  private isUnheard = false
  private sleepers: (() => void)[] = []
  private timer: NodeJS.Timeout | undefined

  ring() {
    const wake = this.sleepers.shift()
    if (wake) wake()
    else this.isUnheard = true
  }

  ringEvery(ms: number) {
    this.timer = setInterval(() => this.ring(), ms)
  }

  stop() {
    this.isStopped = true
    clearInterval(this.timer)
    for (const wake of this.sleepers.splice(0)) wake()
  }

  async wait() {
    if (this.isStopped) return
    if (this.isUnheard) this.isUnheard = false
    else await new Promise<void>((resolve) => this.sleepers.push(resolve))
  }
}
