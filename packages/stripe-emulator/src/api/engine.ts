import type { Automation } from '../automation/automation'
import type { Outgoing } from '../events/delivery/queue'
import type { FaultDesk } from '../faults/injector'
import type { Ledger } from '../state/database'
import type { Saver } from '../state/store/saver'
import type { Occasion } from '../state/unit-of-work'
import type { Operation, PathIds } from '../transport/operation'
import type { Form } from '../transport/params/form'
import type { InFlight } from './idempotency'

/** Everything that lives as long as the emulator does. */
export interface Engine {
  ledger: Ledger
  saver: Saver
  faults: FaultDesk
  outgoing: Outgoing
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
  trouble: Pick<Occasion, 'searchLagSeconds' | 'sendRefused'>
}
