import 'server-only'
import { sql } from 'drizzle-orm'
import { clients } from '@/db/schema/clients'
import { invoices } from '@/db/schema/invoices'
import type { InvoiceSummary, SendProgress } from '@/lib/invoices/view'

/** Columns of an invoice joined with its client, as every screen lists it. */
export const summaryColumns = {
  id: invoices.id,
  number: invoices.number,
  status: invoices.status,
  clientId: invoices.clientId,
  // What Stripe printed on it, once it did.
  clientName: sql<string | null>`coalesce(${invoices.customerName}, ${clients.name})`.as('client_name'),
  currency: invoices.currency,
  totalMinor: invoices.totalMinor,
  amountRemainingMinor: invoices.amountRemainingMinor,
  dueDate: invoices.dueDate,
  paymentState: invoices.paymentState,
  sentAt: invoices.sentAt,
  paidAt: invoices.paidAt,
  createdAt: invoices.createdAt,
  updatedAt: invoices.updatedAt,
}

type Instants = 'sentAt' | 'paidAt' | 'createdAt' | 'updatedAt'
type SummaryRow = Omit<InvoiceSummary, 'send' | Instants> & {
  sentAt: Date | null
  paidAt: Date | null
  createdAt: Date
  updatedAt: Date
}

export function summaryOf({ sentAt, paidAt, createdAt, updatedAt, ...row }: SummaryRow, send: SendProgress) {
  return {
    ...row,
    send,
    sentAt: sentAt?.toISOString() ?? null,
    paidAt: paidAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  } satisfies InvoiceSummary
}
