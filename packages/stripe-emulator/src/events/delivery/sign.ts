import { createHmac } from 'node:crypto'

/** Makes the `Stripe-Signature` header for a body, over its exact bytes. `timestamp` is unix seconds. */
export function signature(body: string, secret: string, timestamp: number): string {
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`, 'utf8').digest('hex')
  return `t=${timestamp},v1=${digest}`
}
