import { ROOT } from '../../state/database'
import { UnitOfWork } from '../../state/unit-of-work'
import { Refusal } from '../../wire/refusal'
import type { Account } from './account'

/** Returns the account itself, or one it connected; anything else is refused as not ours. */
export function reachAccount(unit: UnitOfWork, id: string): Account {
  const known = unit.change.collections(ROOT).account.get(id)
  if (known && (id === unit.account || known.platform === unit.account)) return known.object
  const message = `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`
  throw new Refusal(403, { type: 'invalid_request_error', code: 'account_invalid', message })
}

/** Keeps an account as it now is, under the platform it belongs to. */
export function keepAccount(unit: UnitOfWork, object: Account, platform: string | null) {
  unit.change.put(ROOT, 'account', { id: object.id, platform, object })
}

/** Events about an account happen in that account. */
export function insideAccount(unit: UnitOfWork, account: string): UnitOfWork {
  return new UnitOfWork(unit.change, account, unit.context)
}
