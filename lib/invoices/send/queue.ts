import 'server-only'
import { booksOfWorkspace } from '@/lib/workspaces/queries-books'
import { claimOp } from './op'
import { advanceOp } from './run'

/** Carries on a send that was interrupted or had to rest; false when there is none. */
export async function carryOnSends(): Promise<boolean> {
  const op = await claimOp()
  if (!op) return false
  const books = await booksOfWorkspace(op.workspaceId)
  if (books) await advanceOp(books, op)
  return true
}
