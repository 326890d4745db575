import { dice } from './dice'
import { readFaultHeader } from './header'
import { DELIVERY_FAULTS, FAULT_TARGETS, type FaultKind, type FaultOrder, REQUEST_FAULTS } from './orders'

type Standing = FaultOrder & { left: number; roll: () => number }

/** What a request is, to the faults that look for it. */
interface Target {
  method: string
  path: string
}

const DURING: ReadonlySet<FaultKind> = new Set(['search-lag', 'send-refused', '500-kept'])
const AROUND: ReadonlySet<FaultKind> = new Set(REQUEST_FAULTS.filter((kind) => !DURING.has(kind)))
const REORDER: ReadonlySet<FaultKind> = new Set(['reorder'])
const DELIVERY: ReadonlySet<FaultKind> = new Set(DELIVERY_FAULTS.filter((kind) => kind !== 'reorder'))

/** Faults ordered ahead, each spent as it strikes. */
export class FaultInjector {
  private standing: Standing[] = []
  private readonly headerDice = new Map<string, () => number>()

  order(order: FaultOrder) {
    this.standing.push({ ...order, left: order.times, roll: dice(order.seed ?? 1) })
  }

  outstanding(): (FaultOrder & { left: number })[] {
    return this.standing.map(({ roll: _, ...order }) => order)
  }

  /** What befalls a request: at most one fault around its work, and what goes wrong with the work itself. */
  takeRequest(target: Target, headers: Headers): FaultOrder[] {
    const asked = this.askedFor(target, headers)
    return (
      asked ?? [this.take(AROUND, target), this.take(DURING, target)].filter((order) => order !== undefined)
    )
  }

  takeDelivery(eventType: string): FaultOrder | undefined {
    return this.take(DELIVERY, { method: 'POST', path: eventType })
  }

  /** The order in which what is due goes out: as queued, or backwards while a reorder fault stands. */
  arrange<T extends { eventType: string }>(due: T[]): T[] {
    const [first] = due
    if (!first || due.length < 2) return due
    const reorder = this.take(REORDER, { method: 'POST', path: first.eventType })
    return reorder ? due.toReversed() : due
  }

  /** Requests with the same header share its dice. */
  private askedFor(target: Target, headers: Headers): FaultOrder[] | undefined {
    const order = readFaultHeader(headers)
    if (!order) return undefined
    const name = JSON.stringify(order)
    const roll = this.headerDice.get(name) ?? dice(order.seed ?? 1)
    this.headerDice.set(name, roll)
    return matches(order, target) && strikes({ ...order, roll }) ? [order] : []
  }

  private take(kinds: ReadonlySet<FaultKind>, target: Target): FaultOrder | undefined {
    const found = this.standing.find(
      (order) => kinds.has(order.kind) && matches(order, target) && strikes(order),
    )
    if (!found) return undefined
    found.left -= 1
    this.standing = this.standing.filter((order) => order.left > 0)
    return found
  }
}

function matches({ kind, match }: FaultOrder, { method, path }: Target): boolean {
  if (FAULT_TARGETS[kind]?.test(`${method} ${path}`) === false) return false
  return (match?.method ?? method) === method && begins(path, match?.path ?? '')
}

// A star stands for one segment, such as an id; the last segment may be cut short.
function begins(path: string, pattern: string): boolean {
  const [segments, wanted] = [path.split('/'), pattern.split('/')]
  const last = wanted.pop() ?? ''
  return (
    wanted.every((word, i) => word === '*' || word === segments[i]) &&
    (last === '*' || (segments[wanted.length] ?? '').startsWith(last))
  )
}

function strikes({ rate, roll }: { rate?: number; roll: () => number }): boolean {
  return rate === undefined || roll() < rate
}
