import { ROOT } from '../../state/database'
import type { UnitOfWork } from '../../state/unit-of-work'
import type { Account } from './account'

/** Returns the account a unit of work belongs to; every account that can be reached has a record. */
export function accountOf(unit: UnitOfWork): Account {
  const record = unit.change.collections(ROOT).account.get(unit.account)
  if (!record) throw new Error(`account ${unit.account} has no record`)
  return record.object
}
