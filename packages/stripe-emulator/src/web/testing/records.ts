import type { ObjectPage } from '../../admin/admin'
import type { DeliveryRecord, OutboxEmail } from '../../state/kinds'
import { FINALIZED } from './invoice'

const SUBJECTS: Record<OutboxEmail['kind'], string> = {
  invoice: 'Invoice ADA-0007 from Ada Studio',
  receipt: 'Your receipt from Ada Studio',
  credit_note: 'Credit note from Ada Studio',
  payment_failed: 'Your payment was unsuccessful',
  action_required: 'Confirm your payment',
}

const KINDS = ['action_required', 'payment_failed', 'credit_note', 'receipt', 'invoice'] as const

/** One of each kind. */
export const EMAILS: OutboxEmail[] = KINDS.map((kind) => ({
  id: `mail_${kind}`,
  account: 'acct_1',
  to: 'mary@example.com',
  kind,
  invoice: 'in_1',
  ...(kind === 'credit_note' && { creditNote: 'cn_1' }),
  ...(kind === 'payment_failed' && { reason: 'Your card was declined.' }),
  token: 'tok',
  created: FINALIZED,
  subject: SUBJECTS[kind],
}))

export const DELIVERIES: DeliveryRecord[] = [
  aDelivery('dlv_1', 'pending', 500),
  aDelivery('dlv_2', 'delivered', 200),
]

function aDelivery(id: string, state: DeliveryRecord['state'], lastStatus: number): DeliveryRecord {
  return {
    id,
    account: 'acct_1',
    event: 'evt_1',
    eventType: 'invoice.finalized',
    endpoint: 'we_1',
    url: 'http://localhost:3000/api/webhooks/stripe',
    state,
    attempts: 2,
    nextAttemptAt: FINALIZED * 1000,
    lastStatus,
    lastError: null,
  }
}

export const ACCOUNT_ROWS: ObjectPage['rows'] = [{ id: 'cn_1', created: FINALIZED, words: 'ADA-0007-CN-01' }]
