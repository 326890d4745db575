import type { FaultInjector } from '../faults/injector'
import type { Runtime } from '../state/runtime'
import type { RequestContext } from '../state/unit-of-work'
import type { Operation, PathIds } from '../transport/operation'
import type { Form } from '../transport/params/form'
import type { InFlight } from './idempotency'

/** The runtime, and what only requests need. */
export interface Engine extends Runtime {
  faults: FaultInjector
  inFlight: InFlight
  latencyMs: number
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
  trouble: Pick<RequestContext, 'searchLagSeconds' | 'sendRefused'> & { failed?: boolean }
}
