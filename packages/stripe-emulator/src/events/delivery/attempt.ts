import type { EventObject } from '../../state/kinds'
import { signature } from './sign'

export interface Attempt {
  status: number | null
  error: string | null
}

const TIMEOUT_MS = 10_000

/** Where an endpoint listens now, and the secret it checks. */
export interface Target {
  url: string
  secret: string
}

/** Returns false once the endpoint has been deleted. */
export function isReachable(target: Partial<Target>): target is Target {
  return target.url !== undefined && target.secret !== undefined
}

/** Posts an event once, signed afresh. Anything but a 2xx in time is a failure; redirects are not followed. */
export async function attemptDelivery({ url, secret }: Target, event: EventObject): Promise<Attempt> {
  const body = JSON.stringify(event, null, 2)
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'stripe-signature': signature(body, secret, Math.floor(Date.now() / 1000)),
      },
    })
    await response.arrayBuffer()
    return { status: response.status, error: null }
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.message : String(error) }
  }
}

export function isDelivered({ status }: Attempt): boolean {
  return status !== null && status >= 200 && status < 300
}
