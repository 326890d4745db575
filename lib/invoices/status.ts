import { addDays } from '@/lib/dates'
import type { InvoiceStatus, InvoiceSummary } from './view'

/** Stripe's words; nothing else is ever stored. */
export const INVOICE_STATUSES = [
  'draft',
  'open',
  'paid',
  'void',
  'uncollectible',
] as const satisfies readonly InvoiceStatus[]

/** What Stripe lets an invoice become. Deleting a draft leaves no invoice and is not here. */
export const TRANSITIONS: Record<InvoiceStatus, readonly InvoiceStatus[]> = {
  draft: ['open', 'paid'],
  open: ['paid', 'void', 'uncollectible'],
  uncollectible: ['paid', 'void'],
  paid: [],
  void: [],
}

export function canTransition(from: InvoiceStatus, to: InvoiceStatus) {
  return TRANSITIONS[from].includes(to)
}

/** What a person needs to know beyond the status; derived at each look, the most pressing first. */
export const FLAGS = [
  'sending',
  'needs_attention',
  'payment_failed',
  'processing',
  'overdue',
  'due_soon',
  'partly_paid',
  'sent',
] as const
export type Flag = (typeof FLAGS)[number]

export type StatusFacts = Pick<
  InvoiceSummary,
  'status' | 'dueDate' | 'totalMinor' | 'amountRemainingMinor' | 'paymentState' | 'send' | 'sentAt'
>

export const DUE_SOON_DAYS = 3

/** `today` is the workspace's calendar date, as the due date is. */
export function deriveFlags(invoice: StatusFacts, today: string): Flag[] {
  return FLAGS.filter((flag) => HOLDS[flag](invoice, today))
}

/** The one word for a badge: the most pressing flag that changes what to do, or else the status. */
export function badgeOf(invoice: StatusFacts, today: string): InvoiceStatus | Exclude<Flag, 'sent'> {
  return deriveFlags(invoice, today).find((flag) => flag !== 'sent') ?? invoice.status
}

export function isSending({ send }: Pick<StatusFacts, 'send'>) {
  return send?.state === 'open'
}

const HOLDS: Record<Flag, (invoice: StatusFacts, today: string) => boolean> = {
  sending: isSending,
  needs_attention: ({ status, send }) =>
    (status === 'draft' || status === 'open') && send?.state === 'failed',
  payment_failed: ({ status, paymentState }) => status === 'open' && paymentState === 'failed',
  processing: ({ status, paymentState }) => status === 'open' && paymentState === 'processing',
  overdue: ({ status, dueDate }, today) => status === 'open' && dueDate !== null && dueDate < today,
  due_soon: ({ status, dueDate }, today) =>
    status === 'open' && dueDate !== null && dueDate >= today && dueDate <= addDays(today, DUE_SOON_DAYS),
  // Stripe keeps the remaining amount of void and uncollectible invoices, so the status must be asked too.
  partly_paid: ({ status, totalMinor, amountRemainingMinor }) =>
    status === 'open' && amountRemainingMinor > 0 && amountRemainingMinor < totalMinor,
  sent: ({ status, sentAt }) => status !== 'draft' && sentAt !== null,
}
