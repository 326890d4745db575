import { addDays } from '@/lib/dates'

/** Stripe's words; nothing else is ever stored. */
export const INVOICE_STATUSES = ['draft', 'open', 'paid', 'void', 'uncollectible'] as const
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number]

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

export type PaymentState = 'none' | 'processing' | 'failed'

export type StatusFacts = {
  status: InvoiceStatus
  /** Calendar dates of the workspace. */
  dueDate: string | null
  today: string
  amountPaidMinor: number
  amountRemainingMinor: number
  sentAt: Date | null
  /** An attempt to send is under way. */
  sending: boolean
  payment: PaymentState
  /** Why our last attempt stopped; null once one succeeded. */
  lastError: string | null
}

export const DUE_SOON_DAYS = 3

export function deriveFlags(facts: StatusFacts): Flag[] {
  return FLAGS.filter((flag) => HOLDS[flag](facts))
}

/** The one word for a badge: the most pressing flag that changes what to do, or else the status. */
export function badgeOf(facts: StatusFacts): InvoiceStatus | Exclude<Flag, 'sent'> {
  return deriveFlags(facts).find((flag) => flag !== 'sent') ?? facts.status
}

const HOLDS: Record<Flag, (facts: StatusFacts) => boolean> = {
  sending: ({ sending }) => sending,
  needs_attention: ({ status, sending, lastError }) => isPending(status) && !sending && lastError !== null,
  payment_failed: ({ status, payment }) => status === 'open' && payment === 'failed',
  processing: ({ status, payment }) => status === 'open' && payment === 'processing',
  overdue: ({ status, dueDate, today }) => status === 'open' && dueDate !== null && dueDate < today,
  due_soon: ({ status, dueDate, today }) =>
    status === 'open' && dueDate !== null && dueDate >= today && dueDate <= addDays(today, DUE_SOON_DAYS),
  // Stripe keeps the remaining amount of void and uncollectible invoices, so the status must be asked too.
  partly_paid: ({ status, amountPaidMinor, amountRemainingMinor }) =>
    status === 'open' && amountPaidMinor > 0 && amountRemainingMinor > 0,
  sent: ({ status, sentAt }) => status !== 'draft' && sentAt !== null,
}

function isPending(status: InvoiceStatus) {
  return status === 'draft' || status === 'open'
}
