import type { InvoiceSummary } from '@/lib/invoices/view'

/** For tests: an open invoice of 100.00 USD, e-mailed, due in a while. */
export function sampleSummary(more: Partial<InvoiceSummary> = {}): InvoiceSummary {
  return {
    id: '01936f00-0000-7000-8000-000000000001',
    number: 'AB12-0001',
    status: 'open',
    clientId: '01936f00-0000-7000-8000-000000000002',
    clientName: 'Ada',
    currency: 'usd',
    totalMinor: 10_000,
    amountRemainingMinor: 10_000,
    dueDate: '2027-01-31',
    paymentState: 'none',
    send: null,
    sentAt: '2027-01-01T10:00:00.000Z',
    paidAt: null,
    createdAt: '2027-01-01T09:00:00.000Z',
    updatedAt: '2027-01-01T10:00:00.000Z',
    ...more,
  }
}
