import type { Issue } from '../issues'
import type { Draft } from './draft'

export type SendContext = {
  /** The workspace's calendar date. */
  today: string
  /** Null when the client has none, or there is no client. */
  clientEmail: string | null
}

/** Everything that keeps a draft from being sent, field by field; the form and the action ask the same. */
export function checkSendable(_draft: Draft, _context: SendContext): Issue[] {
  return []
}
