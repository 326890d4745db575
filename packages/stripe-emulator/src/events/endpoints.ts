import type Stripe from 'stripe'
import { type Collections, ROOT } from '../state/database'
import type { UnitOfWork } from '../state/unit-of-work'
import type { Wire } from '../wire/wire'

export interface Listener {
  /** The account the endpoint belongs to. */
  owner: string
  endpoint: Wire<Stripe.WebhookEndpoint>
}

/** Returns the account's own endpoints, and its platform's endpoints for connected accounts. */
export function endpointsFor(unit: UnitOfWork, type: string): Listener[] {
  const platform = unit.change.collections(ROOT).account.get(unit.account)?.platform ?? null
  const own = listening(unit.account, unit.collections, type, false)
  return platform ? [...own, ...listening(platform, unit.change.collections(platform), type, true)] : own
}

function listening(owner: string, collections: Collections, type: string, connect: boolean): Listener[] {
  return [...collections.webhook_endpoint.oldestFirst()]
    .filter((endpoint) => endpoint.status === 'enabled')
    .filter((endpoint) => collections.endpoint_secret.get(endpoint.id)?.connect === connect)
    .filter(({ enabled_events: wanted }) => wanted.includes('*') || wanted.includes(type))
    .map((endpoint) => ({ owner, endpoint }))
}
