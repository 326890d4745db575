import { type Refusal, refuse } from '@/lib/result'
import { allowedActions, type InvoiceAction } from './allowed-actions'
import type { InvoiceSummary } from './view'

export const NOT_FOUND = refuse('not_found', 'This invoice does not exist, or exists no longer.')

export const MADE_IN_STRIPE = refuse(
  'illegal_transition',
  'This draft was made in Stripe. Change and send it in the Stripe Dashboard.',
)

export const BUSY = refuse(
  'illegal_transition',
  'Another change of this invoice is still on its way to Stripe. Wait a moment.',
)

type Facts = Pick<InvoiceSummary, 'status' | 'send' | 'paymentState' | 'totalMinor' | 'amountRemainingMinor'>

/** Why this may not be done to this invoice now; null when it may. */
export function refusalOf(action: InvoiceAction, facts: Facts): Refusal | null {
  const answer = allowedActions(facts)[action]
  return answer.allowed ? null : refuse('illegal_transition', answer.reason)
}
