import { isSending, type StatusFacts } from './status'
import type { InvoiceStatus } from './view'

export const INVOICE_ACTIONS = [
  'edit',
  'delete_draft',
  'send',
  'finalize',
  'send_again',
  'copy_link',
  'pdf',
  'mark_paid',
  'void',
  'mark_uncollectible',
] as const
export type InvoiceAction = (typeof INVOICE_ACTIONS)[number]

export type Allowed = { allowed: true } | { allowed: false; reason: string }

type Facts = Pick<StatusFacts, 'status' | 'send' | 'paymentState' | 'totalMinor' | 'amountRemainingMinor'>

/** What may be done with an invoice now; what may not is refused with a sentence for its owner. */
export function allowedActions(facts: Facts): Record<InvoiceAction, Allowed> {
  return {
    edit: unless(onDraft(facts, 'Only a draft can change. Void this invoice and send a corrected one.')),
    delete_draft: unless(onDraft(facts, 'Only a draft can be deleted. Void this invoice instead.')),
    send: unless(onDraft(facts, 'This invoice is already out. Send it again to remind your client.')),
    finalize: unless(onDraft(facts, 'This invoice is already final.')),
    send_again: unless(isSending(facts) ? BEING_SENT : SEND_AGAIN[facts.status]),
    copy_link: unless(needsStripe(facts, 'The payment link')),
    pdf: unless(needsStripe(facts, 'The PDF')),
    mark_paid: unless(blocker(facts) ?? MARK_PAID[facts.status]),
    void: unless(blocker(facts) ?? partPayment(facts) ?? VOID[facts.status]),
    mark_uncollectible: unless(blocker(facts) ?? MARK_UNCOLLECTIBLE[facts.status]),
  }
}

type Reasons = Record<InvoiceStatus, string | null>

const BEING_SENT = 'This invoice is being sent. Wait a moment.'

const SEND_AGAIN: Reasons = {
  draft: 'This invoice has not been sent yet.',
  open: null,
  paid: 'This invoice is paid, so there is nothing to ask for.',
  void: 'This invoice is void.',
  uncollectible: 'This invoice is written off.',
}

const MARK_PAID: Reasons = {
  draft: 'Send or finalize this draft first.',
  open: null,
  paid: 'This invoice is already paid.',
  void: 'A void invoice cannot be paid. Send a new one.',
  uncollectible: null,
}

const VOID: Reasons = {
  draft: 'Delete this draft instead.',
  open: null,
  paid: 'A paid invoice cannot be voided. Refund the payment in Stripe.',
  void: 'This invoice is already void.',
  uncollectible: null,
}

const MARK_UNCOLLECTIBLE: Reasons = {
  draft: 'Delete this draft instead.',
  open: null,
  paid: 'This invoice is paid.',
  void: 'This invoice is void.',
  uncollectible: 'This invoice is already written off.',
}

function onDraft(facts: Facts, reason: string) {
  if (isSending(facts)) return BEING_SENT
  return facts.status === 'draft' ? null : reason
}

function needsStripe({ status }: Facts, what: string) {
  return status === 'draft' ? `${what} exists once the invoice is sent.` : null
}

// Ending an invoice while money is under way would leave a payment without an invoice.
function blocker(facts: Facts) {
  if (isSending(facts)) return BEING_SENT
  const isUnderWay = facts.status === 'open' && facts.paymentState === 'processing'
  return isUnderWay ? 'A payment is on its way. Wait until it arrives or fails.' : null
}

// Stripe refuses to void what has been paid in part.
function partPayment({ status, totalMinor, amountRemainingMinor }: Facts) {
  const isOwed = status === 'open' || status === 'uncollectible'
  if (!isOwed || amountRemainingMinor >= totalMinor) return null
  return 'Part of this invoice is paid, so it cannot be voided. Refund that part in Stripe first.'
}

function unless(reason: string | null): Allowed {
  return reason === null ? { allowed: true } : { allowed: false, reason }
}
