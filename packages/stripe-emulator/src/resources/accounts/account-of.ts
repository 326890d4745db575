import { ROOT } from '../../state/database'
import type { Book } from '../../state/unit-of-work'
import type { Account } from './account'

/** The account a book belongs to; every account that can be reached has a record. */
export function accountOf(book: Book): Account {
  const record = book.change.shelves(ROOT).account.get(book.account)
  if (!record) throw new Error(`account ${book.account} has no record`)
  return record.object
}
