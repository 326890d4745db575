import type { Invoice } from './invoice'

const DAY_SECONDS = 86_400
const LIVES_DAYS = 30
const LIVES_AT_MOST_DAYS = 120
const FRESH_DAYS = 10

export interface Link {
  account: string
  invoice: string
  /** Unix seconds. */
  expiresAt: number
}

/** Returns the last path segment of the hosted page. It names its own end, so a newer look gives a newer link. */
export function linkToken(account: string, invoice: Invoice, now: number): string {
  const text = `${account},${invoice.id},${expiry(invoice, now)}`
  return `test_${Buffer.from(text).toString('base64url')}`
}

export function readToken(token: string): Link | undefined {
  const text = Buffer.from(token.replace(/^test_/, ''), 'base64url').toString('utf8')
  const [account, invoice, expiresAt] = text.split(',')
  if (!account || !invoice || !/^\d+$/.test(expiresAt ?? '')) return undefined
  return { account, invoice, expiresAt: Number(expiresAt) }
}

/** 30 days after it is due, 120 after finalization at most; but a link just read lives ten days more. */
function expiry({ due_date, status_transitions, created }: Invoice, now: number): number {
  const start = status_transitions.finalized_at ?? created
  const usual = Math.min(
    (due_date ?? start) + LIVES_DAYS * DAY_SECONDS,
    start + LIVES_AT_MOST_DAYS * DAY_SECONDS,
  )
  if (usual >= now + FRESH_DAYS * DAY_SECONDS) return usual
  return (Math.ceil(now / DAY_SECONDS) + FRESH_DAYS) * DAY_SECONDS
}
