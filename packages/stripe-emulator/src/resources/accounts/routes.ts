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
  operation('POST', '/v1/accounts', createAccountParams, ({ book, params }) => {
    const id = newId('acct', 16)
    const country = params.country ?? 'US'
    const fresh = newAccount(id, { country, email: params.email ?? null, name: null, now: book.now })
    const account = withAccountParams(withController(fresh, params), params)
    keepAccount(book, account, book.account)
    return account
  }),

  operation('GET', '/v1/accounts', { ...paging, created: range }, ({ book, params }) => {
    const connected = book.change.shelves(ROOT).account.inGroup(book.account).reverse()
    const accounts = connected.map((each) => each.object)
    const kept = accounts.filter((account) => params.created?.(account.created ?? 0) ?? true)
    return pageOfList(kept, '/v1/accounts', params, (id, param) => {
      throw missing('account', id, param)
    })
  }),

  operation('GET', '/v1/account', {}, ({ book }) => reachAccount(book, book.account)),

  operation('GET', '/v1/accounts/:account', {}, ({ book, path }) => reachAccount(book, path.id)),

  operation('POST', '/v1/accounts/:account', accountParams, ({ book, params, path }) => {
    const before = reachAccount(book, path.id)
    const after = withAccountParams(before, params)
    keepAccount(book, after, book.change.shelves(ROOT).account.get(path.id)?.platform ?? null)
    emitUpdate(insideAccount(book, path.id), 'account.updated', before, after)
    return after
  }),

  operation('DELETE', '/v1/accounts/:account', {}, ({ book, path }) => {
    const { id } = reachAccount(book, path.id)
    if (id === book.account) throw refuse(TEXTS.ownAccount)
    book.change.remove(ROOT, 'account', id)
    return { id, object: 'account', deleted: true }
  }),

  operation('POST', '/v1/account_links', accountLinkParams, ({ book, params }) => {
    const account = reachAccount(book, params.account)
    if (params.type === 'account_update' && hasDashboard(account)) throw refuse(TEXTS.noUpdateLink)
    const { refresh_url = null, return_url = null } = params
    const link = openOnboarding(book, account.id, { refresh_url, return_url })
    const url = `${book.occasion.origin}/onboarding/${link.id}`
    return { object: 'account_link', created: book.now, expires_at: link.expires_at, url }
  }),
]

function hasDashboard({ controller }: Account): boolean {
  return controller?.stripe_dashboard?.type !== 'none'
}
