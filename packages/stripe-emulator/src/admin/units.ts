import { unitAtTimeOf } from '../state/clock'
import { ROOT } from '../state/database'
import { openUnit, type Runtime } from '../state/runtime'
import type { UnitOfWork } from '../state/unit-of-work'

/** Opens a unit of work on an account; undefined for an account nobody has. */
export function openAccount(runtime: Runtime, account: string): UnitOfWork | undefined {
  const isKnown = runtime.database.collections(ROOT).account.get(account) !== undefined
  return isKnown ? openUnit(runtime, account) : undefined
}

/** Opens the account that holds an object of this kind and id, at the time of that object. */
export function openAccountOf(
  runtime: Runtime,
  kind: 'payment_intent' | 'charge',
  id: string,
): UnitOfWork | undefined {
  const account = runtime.database
    .accountIds()
    .find((each) => runtime.database.collections(each)[kind].get(id) !== undefined)
  const unit = account === undefined ? undefined : openAccount(runtime, account)
  return unit && unitAtTimeOf(unit, id)
}

/** Does some work in a unit of work and commits what it wrote. */
export async function runAndCommit<T>(
  { commits }: Runtime,
  unit: UnitOfWork,
  work: (unit: UnitOfWork) => T,
): Promise<T> {
  const result = work(unit)
  await commits.commit(unit.change.rows())
  return result
}
