import 'server-only'
import { listen } from '@/db/notify'
import { handleDueEvents } from '@/lib/events/sync'
import { sweepDue, sweepSoon } from '@/lib/events/sync-sweep'
import { carryOnSends } from '@/lib/invoices/send/queue'
import { logSurprise } from '@/lib/log'

/** What happens later is a row in a table that says when. A lane looks there, works, and looks again. */
type Lane = { work: () => Promise<boolean>; everyMs: number }

const SENDS: Lane = { work: carryOnSends, everyMs: 1_000 }
const EVENTS: Lane = { work: handleDueEvents, everyMs: 1_000 }
const SWEEPS: Lane = { work: sweepDue, everyMs: 15_000 }

// A call to Stripe that hangs holds up its own lane only.
const LANES = [SENDS, SENDS, SENDS, EVENTS, EVENTS, SWEEPS]

/**
 * Works off the queues until it is stopped. Any number of processes may do so at once: each row is leased to one.
 * @returns how to stop: it resolves when what was begun is finished
 */
export async function startWorker(): Promise<() => Promise<void>> {
  const bell = new Bell()
  const stopListening = await listen({ onWork: () => bell.ring(), onReconnect: () => bell.ring() })
  await sweepSoon()
  const lanes = LANES.map((lane) => run(lane, bell))
  return async () => {
    bell.stop()
    await stopListening()
    await Promise.all(lanes)
  }
}

async function run({ work, everyMs }: Lane, bell: Bell) {
  while (!bell.isStopped) {
    const heard = bell.count
    if (!(await attempt(work))) await bell.wait(heard, everyMs)
  }
}

async function attempt(work: Lane['work']) {
  try {
    return await work()
  } catch (error) {
    logSurprise('the worker stumbled', error)
    return false
  }
}

/** Wakes every lane that sleeps; one that was at work when it rang does not sleep. */
class Bell {
  count = 0
  isStopped = false
  private sleepers = new Set<() => void>()

  ring() {
    this.count += 1
    for (const wake of this.sleepers) wake()
  }

  stop() {
    this.isStopped = true
    this.ring()
  }

  async wait(heard: number, ms: number) {
    if (heard !== this.count) return
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.sleepers.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, ms)
      this.sleepers.add(wake)
    })
  }
}
