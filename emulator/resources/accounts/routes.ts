import { emit, emitUpdate } from '../../events/emit'
import { Book } from '../../state/book'
import { newId, randomText } from '../../state/ids'
import { ROOT } from '../../state/ledger'
import { operation } from '../../transport/operation'
import { pageOfList, paging, range } from '../../transport/pages'
import type { Read } from '../../transport/params'
import { missing, Refusal } from '../../transport/refusal'
import { type Account, newAccount } from './account'
import { accountLinkParams, accountParams, createAccountParams, withAccountParams } from './params'

const LINK_LIVES_SECONDS = 300

export const accountRoutes = [
  operation('POST', '/v1/accounts', createAccountParams, ({ book, params }) => {
    const id = newId('acct', 16)
    const basics = { country: params.country ?? 'US', email: params.email ?? null, name: null, now: book.now }
    const fresh = newAccount(id, basics)
    const controller = controllerOf(params.controller)
    const account = withAccountParams({ ...fresh, controller, type: params.type ?? 'none' }, params)
    keep(book, account, book.account)
    // Onboarding is over at once, and says so as it would after the real thing.
    emit(inside(book, id), 'account.updated', account, { charges_enabled: false })
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

  operation('GET', '/v1/account', {}, ({ book }) => find(book, book.account)),

  operation('GET', '/v1/accounts/:account', {}, ({ book, path }) => find(book, path.id)),

  operation('POST', '/v1/accounts/:account', accountParams, ({ book, params, path }) => {
    const before = find(book, path.id)
    const after = withAccountParams(before, params)
    keep(book, after, book.change.shelves(ROOT).account.get(path.id)?.platform ?? null)
    emitUpdate(inside(book, path.id), 'account.updated', before, after)
    return after
  }),

  operation('POST', '/v1/account_links', accountLinkParams, ({ book, params }) => {
    const account = find(book, params.account)
    // Accounts are complete from the start, so the link leads straight back.
    const url = params.return_url ?? `${book.occasion.origin}/onboarding/${account.id}/${randomText(12)}`
    return { object: 'account_link', created: book.now, expires_at: book.now + LINK_LIVES_SECONDS, url }
  }),
]

/** The account itself, or one it connected; anything else is refused as not ours. */
function find(book: Book, id: string): Account {
  const known = book.change.shelves(ROOT).account.get(id)
  if (known && (id === book.account || known.platform === book.account)) return known.object
  const message = `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`
  throw new Refusal(403, { type: 'invalid_request_error', code: 'account_invalid', message })
}

function keep(book: Book, object: Account, platform: string | null) {
  book.change.put(ROOT, 'account', { id: object.id, platform, object })
}

/** Events about an account happen in that account. */
function inside(book: Book, account: string): Book {
  return new Book(book.change, account, book.occasion)
}

function controllerOf(given: Read<typeof createAccountParams>['controller']): Account['controller'] {
  return {
    type: 'application',
    is_controller: true,
    fees: { payer: given?.fees?.payer ?? 'account' },
    losses: { payments: given?.losses?.payments ?? 'stripe' },
    requirement_collection: given?.requirement_collection ?? 'stripe',
    stripe_dashboard: { type: given?.stripe_dashboard?.type ?? 'full' },
  }
}
