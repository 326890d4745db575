import type Stripe from 'stripe'
import type { FaultKind, FaultOrder } from './faults/orders'
import type { Wire } from './wire'

/** What the hosted invoice page shows. Every field of `invoice` is as the API would return it. */
export interface HostedInvoice {
  account: Wire<Stripe.Account>
  invoice: Wire<Stripe.Invoice>
  /** All lines, not the first ten. */
  lines: Wire<Stripe.InvoiceLineItem>[]
  taxRates: Wire<Stripe.TaxRate>[]
  /** Discounts of the invoice and its lines, with the coupon each one came from. */
  discounts: { id: string; coupon: Wire<Stripe.Coupon> }[]
  /** The latest successful charge, when the invoice was paid through the page or the API. */
  charge?: Wire<Stripe.Charge>
  /** True when a payment was accepted but has not settled (bank debits). */
  processing: boolean
  /** True when the link is too old to be opened; the caller shows only that. */
  expired: boolean
}

export interface CardEntry {
  number: string
  expMonth: number
  expYear: number
  cvc: string
  name?: string
}

export type PayOutcome =
  | { ok: true; status: 'paid' }
  | {
      ok: false
      code: string
      declineCode?: string
      message: string
      field?: 'number' | 'expiry' | 'cvc'
    }

/** An e-mail Stripe would have sent. It never leaves the machine. */
export interface OutboxEmail {
  id: string
  account: string
  to: string
  subject: string
  kind: 'invoice' | 'receipt'
  invoice: string
  /** The last path segment of the hosted page. */
  token: string
  created: number
}

export interface DeliveryRecord {
  id: string
  account: string
  event: string
  eventType: string
  endpoint: string
  url: string
  state: 'pending' | 'delivered' | 'failed' | 'dropped'
  attempts: number
  /** Wall clock, milliseconds. */
  nextAttemptAt: number
  lastStatus: number | null
  lastError: string | null
}

/** What pages, the control panel and tests may ask of the emulator. Writes resolve once they are kept. */
export interface Desk {
  /** Where a browser reaches the pages, e.g. `http://localhost:3000/emulator`. */
  origin: string
  /** Unix seconds. */
  now(): number
  invoiceByToken(token: string): HostedInvoice | undefined
  payByCard(token: string, card: CardEntry): Promise<PayOutcome>
  /** Newest first. */
  outbox(): OutboxEmail[]
  accounts(): Wire<Stripe.Account>[]
  /** What a person sets in Stripe's Dashboard, and no call of the API can: the zone that dates are printed in. */
  setTimeZone(account: string, timeZone: string): Promise<void>
  /** Newest first. */
  invoices(account: string): Wire<Stripe.Invoice>[]
  /** Newest first, as JSON. */
  events(account: string, limit: number): { id: string; type: string; created: number }[]
  /** Any object by id, as the API would return it. */
  object(account: string, id: string): unknown
  /** Pending and recent, newest first. */
  deliveries(): DeliveryRecord[]
  deliverNow(id: string): Promise<void>
  orderFault(order: FaultOrder): void
  faults(): (FaultOrder & { kind: FaultKind; left: number })[]
}
