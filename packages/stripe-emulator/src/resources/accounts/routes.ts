import { emitUpdate } from '../../events/emit'
import { ROOT } from '../../state/database'
import { newId } from '../../state/ids'
import { operation } from '../../transport/operation'
import { pageOfList, paging, range } from '../../transport/pages'
import { TEXTS } from '../../unconfirmed'
import { missing, refuse } from '../../wire/refusal'
import { type Account, newAccount } from './account'
import { withAccountParams, withController } from './given'
import { openOnboarding } from './onboard'
import { accountLinkParams, accountParams, createAccountParams } from './params'
import { insideAccount, keepAccount, reachAccount } from './reach'

export const accountRoutes = [
  operation('POST', '/v1/accounts', createAccountParams, ({ unit, params }) => {
    const id = newId('acct', 16)
    const country = params.country ?? 'US'
    const fresh = newAccount(id, { country, email: params.email ?? null, name: null, now: unit.now })
    const account = withAccountParams(withController(fresh, params), params)
    keepAccount(unit, account, unit.account)
    return account
  }),

  operation('GET', '/v1/accounts', { ...paging, created: range }, ({ unit, params }) => {
    const connected = unit.change.collections(ROOT).account.inGroup(unit.account).reverse()
    const accounts = connected.map((each) => each.object)
    const kept = accounts.filter((account) => params.created?.(account.created ?? 0) ?? true)
    return pageOfList(kept, '/v1/accounts', params, (id, param) => {
      throw missing('account', id, param)
    })
  }),

  operation('GET', '/v1/account', {}, ({ unit }) => reachAccount(unit, unit.account)),

  operation('GET', '/v1/accounts/:account', {}, ({ unit, path }) => reachAccount(unit, path.id)),

  operation('POST', '/v1/accounts/:account', accountParams, ({ unit, params, path }) => {
    const before = reachAccount(unit, path.id)
    const after = withAccountParams(before, params)
    keepAccount(unit, after, unit.change.collections(ROOT).account.get(path.id)?.platform ?? null)
    emitUpdate(insideAccount(unit, path.id), 'account.updated', before, after)
    return after
  }),

  operation('DELETE', '/v1/accounts/:account', {}, ({ unit, path }) => {
    const { id } = reachAccount(unit, path.id)
    if (id === unit.account) throw refuse(TEXTS.ownAccount)
    unit.change.remove(ROOT, 'account', id)
    return { id, object: 'account', deleted: true }
  }),

  operation('POST', '/v1/account_links', accountLinkParams, ({ unit, params }) => {
    const account = reachAccount(unit, params.account)
    if (params.type === 'account_update' && hasDashboard(account)) throw refuse(TEXTS.noUpdateLink)
    const { refresh_url = null, return_url = null } = params
    const link = openOnboarding(unit, account.id, { refresh_url, return_url })
    const url = `${unit.context.origin}/onboarding/${link.id}`
    return { object: 'account_link', created: unit.now, expires_at: link.expires_at, url }
  }),
]

function hasDashboard({ controller }: Account): boolean {
  return controller?.stripe_dashboard?.type !== 'none'
}
