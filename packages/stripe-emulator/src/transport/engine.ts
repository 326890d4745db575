import type { Automation } from '../automation/automation'
import type { Outgoing } from '../events/outgoing'
import type { FaultDesk } from '../faults/fault-desk'
import type { Occasion } from '../state/book'
import type { Ledger } from '../state/ledger'
import type { Saver } from '../state/saver'
import type { Form } from './form'
import type { InFlight } from './idempotency'
import type { Operation, PathIds } from './operation'

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
