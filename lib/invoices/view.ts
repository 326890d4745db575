/** What a screen is given of an invoice: allow-listed, serialisable, nothing of the row besides. */

import type { Draft } from '@/lib/documents/draft/draft'
import type { Paper } from '@/lib/documents/paper'

export type InvoiceStatus = 'draft' | 'open' | 'paid' | 'void' | 'uncollectible'
export type PaymentState = 'none' | 'processing' | 'requires_action' | 'failed'

/** How an open send_op stands, or how the last one failed. Null: nothing under way, nothing wrong. */
export type SendProgress = {
  state: 'open' | 'failed'
  step: string
  tries: number
  error: { code: string; message: string; field?: string } | null
} | null

export type InvoiceSummary = {
  id: string
  number: string | null
  status: InvoiceStatus
  clientId: string | null
  clientName: string | null
  currency: string
  totalMinor: number
  amountRemainingMinor: number
  /** Calendar date in the business's zone, YYYY-MM-DD. */
  dueDate: string | null
  paymentState: PaymentState
  send: SendProgress
  /** ISO 8601 instants, from Stripe's clock. */
  sentAt: string | null
  paidAt: string | null
  createdAt: string
  updatedAt: string
}

export type InvoicePage = {
  rows: InvoiceSummary[]
  /** Opaque keyset cursors; null where there is nothing further. */
  next: string | null
  previous: string | null
}

export type CurrencySums = {
  currency: string
  draftMinor: number
  outstandingMinor: number
  overdueMinor: number
  paidMinor: number
}

/** `overdue` is a part of `open`. */
export type InvoiceCounts = Record<'all' | InvoiceStatus | 'overdue', number>

export type InvoiceOverview = { counts: InvoiceCounts; sums: CurrencySums[] }

/** What the list screen and its data route hold. */
export type InvoiceList = InvoicePage & { overview: InvoiceOverview }

/**
 * `open`: still under way, and goes on without the browser. `not_emailed`: the invoice is out, its link works, and
 * Stripe refused only the e-mail.
 */
export type SendOutcome = { state: 'open' | 'done' | 'not_emailed'; step: string }

export type PaymentView = {
  id: string
  amountMinor: number
  currency: string
  status: 'open' | 'paid' | 'canceled' | 'failed' | 'processing'
  /** `Visa ···· 4242`, `Outside Stripe`, … */
  method: string
  failure: string | null
  at: string
}

export type TimelineEntry = {
  id: string
  at: string
  source: 'you' | 'client' | 'stripe' | 'centwise'
  kind: string
  title: string
  detail: string | null
}

export type InvoiceDetail = InvoiceSummary &
  Omit<Draft, 'lines'> &
  Paper & {
    version: number
    subtotalMinor: number
    discountMinor: number
    taxMinor: number
    amountDueMinor: number
    amountPaidMinor: number
    paymentError: string | null
    paidOutOfBand: boolean
    finalizedAt: string | null
    voidedAt: string | null
    markedUncollectibleAt: string | null
    /** When our copy was last compared with Stripe. */
    syncedAt: string | null
    hasStripeInvoice: boolean
    payments: PaymentView[]
    timeline: TimelineEntry[]
  }
