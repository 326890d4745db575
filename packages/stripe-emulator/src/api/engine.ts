import type { Automation } from '../automation/automation'
import type { DeliveryQueue } from '../events/delivery/queue'
import type { FaultInjector } from '../faults/injector'
import type { Database } from '../state/database'
import type { Saver } from '../state/store/saver'
import type { RequestContext } from '../state/unit-of-work'
import type { Operation, PathIds } from '../transport/operation'
import type { Form } from '../transport/params/form'
import type { InFlight } from './idempotency'

/** Everything that lives as long as the emulator does. */
export interface Engine {
  database: Database
  saver: Saver
  faults: FaultInjector
  deliveries: DeliveryQueue
  automation: Automation
  inFlight: InFlight
  origin: string
  latencyMs: number
  /** Unix seconds. */
  now: () => number
}

/** One request, with its parameters read. */
export interface Incoming {
  operation: Operation | undefined
  ids: PathIds
  request: Request
  path: string
  form: Form
  requestId: string
  /** What was ordered to go wrong inside the work. */
  trouble: Pick<RequestContext, 'searchLagSeconds' | 'sendRefused'>
}
