import type Stripe from 'stripe'
import { ROOT, type Shelves } from '../state/database'
import type { Book } from '../state/unit-of-work'
import type { Wire } from '../wire/wire'

export interface Listener {
  /** The account the endpoint belongs to. */
  owner: string
  endpoint: Wire<Stripe.WebhookEndpoint>
}

/** The account's own endpoints, and its platform's endpoints for connected accounts. */
export function endpointsFor(book: Book, type: string): Listener[] {
  const platform = book.change.shelves(ROOT).account.get(book.account)?.platform ?? null
  const own = listening(book.account, book.shelves, type, false)
  return platform ? [...own, ...listening(platform, book.change.shelves(platform), type, true)] : own
}

function listening(owner: string, shelves: Shelves, type: string, connect: boolean): Listener[] {
  return [...shelves.webhook_endpoint.oldestFirst()]
    .filter((endpoint) => endpoint.status === 'enabled')
    .filter((endpoint) => shelves.endpoint_secret.get(endpoint.id)?.connect === connect)
    .filter(({ enabled_events: wanted }) => wanted.includes('*') || wanted.includes(type))
    .map((endpoint) => ({ owner, endpoint }))
}
