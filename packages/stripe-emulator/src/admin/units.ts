import type { Engine } from '../api/engine'
import { commit } from '../api/execute'
import { Change } from '../state/change'
import { unitAtTimeOf } from '../state/clock'
import { ROOT } from '../state/database'
import { UnitOfWork } from '../state/unit-of-work'

/** A unit of work for what happens outside the API: its events name no request. Undefined for an account nobody has. */
export function openUnit(engine: Engine, account: string): UnitOfWork | undefined {
  const known = engine.database.collections(ROOT).account.get(account)
  if (!known) return undefined
  const { origin } = engine
  const platform = known.platform ?? account
  return new UnitOfWork(new Change(engine.database), account, {
    now: engine.now(),
    origin,
    platform,
    request: null,
  })
}

/** The root's own unit of work, for what belongs to no account. */
export function openRootUnit(engine: Engine): UnitOfWork {
  const context = { now: engine.now(), origin: engine.origin, platform: ROOT, request: null }
  return new UnitOfWork(new Change(engine.database), ROOT, context)
}

/** The unit of work of whichever account holds an object of this kind and id, at the time of that object. */
export function unitHolding(
  engine: Engine,
  kind: 'payment_intent' | 'charge',
  id: string,
): UnitOfWork | undefined {
  const account = engine.database
    .accountIds()
    .find((each) => engine.database.collections(each)[kind].get(id) !== undefined)
  const unit = account === undefined ? undefined : openUnit(engine, account)
  return unit && unitAtTimeOf(unit, id)
}

/** Does some work in a unit of work and keeps what it wrote. */
export async function runAndCommit<T>(
  engine: Engine,
  unit: UnitOfWork,
  work: (unit: UnitOfWork) => T,
): Promise<T> {
  const result = work(unit)
  await commit(engine, unit.change.rows())
  return result
}
