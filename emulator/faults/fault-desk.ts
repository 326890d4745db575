import { dice } from './dice'
import { DELIVERY_FAULTS, type FaultOrder, REQUEST_FAULTS } from './orders'

type Standing = FaultOrder & { left: number; roll: () => number }

const REQUEST: ReadonlySet<string> = new Set(REQUEST_FAULTS)
const DELIVERY: ReadonlySet<string> = new Set(DELIVERY_FAULTS)

/** Faults ordered ahead, each spent as it strikes. */
export class FaultDesk {
  private standing: Standing[] = []

  order(order: FaultOrder) {
    this.standing.push({ ...order, left: order.times, roll: dice(order.seed ?? 1) })
  }

  outstanding(): (FaultOrder & { left: number })[] {
    return this.standing.map(({ roll: _, ...order }) => order)
  }

  takeRequest(method: string, path: string): FaultOrder | undefined {
    return this.take(REQUEST, method, path)
  }

  takeDelivery(eventType: string): FaultOrder | undefined {
    return this.take(DELIVERY, 'POST', eventType, (order) => order.kind !== 'reorder')
  }

  /** The order in which what is due goes out: as queued, or shuffled while a reorder fault stands. */
  arrange<T extends { eventType: string }>(due: T[]): T[] {
    const [first] = due
    if (!first || due.length < 2) return due
    const reorder = this.take(DELIVERY, 'POST', first.eventType, (order) => order.kind === 'reorder')
    return reorder ? due.toReversed() : due
  }

  private take(
    kinds: ReadonlySet<string>,
    method: string,
    path: string,
    also: (order: FaultOrder) => boolean = () => true,
  ): FaultOrder | undefined {
    const found = this.standing.find(
      (order) => kinds.has(order.kind) && also(order) && matches(order, method, path) && strikes(order),
    )
    if (!found) return undefined
    found.left -= 1
    this.standing = this.standing.filter((order) => order.left > 0)
    return found
  }
}

function matches({ match }: FaultOrder, method: string, path: string): boolean {
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

function strikes(order: Standing): boolean {
  return order.rate === undefined || order.roll() < order.rate
}
