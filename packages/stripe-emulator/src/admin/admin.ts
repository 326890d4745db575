import type Stripe from 'stripe'
import type { FaultKind, FaultOrder } from '../faults/orders'
import type { BankEntry, CardEntry } from '../resources/payments/methods/entry'
import type { DeliveryRecord, OutboxEmail } from '../state/kinds'
import type { Wire } from '../wire/wire'

/** One payment of an invoice that went through: how much, and the charge behind it unless it came from outside. */
export interface HostedPayment {
  payment: Wire<Stripe.InvoicePayment>
  charge?: Wire<Stripe.Charge>
}

/** What the hosted invoice page shows. Every field of `invoice` is as the API would return it. */
export interface HostedInvoice {
  /** The time the invoice lives by, in unix seconds: the emulator's, or that of a test clock. */
  now: number
  account: Wire<Stripe.Account>
  invoice: Wire<Stripe.Invoice>
  /** All lines, not the first ten. */
  lines: Wire<Stripe.InvoiceLineItem>[]
  taxRates: Wire<Stripe.TaxRate>[]
  /** Discounts of the invoice and its lines, with the coupon each one came from. */
  discounts: { id: string; coupon: Wire<Stripe.Coupon> }[]
  /** The latest successful charge, when the invoice was paid through the page or the API. */
  charge?: Wire<Stripe.Charge>
  /** What was paid so far, oldest first. */
  payments: HostedPayment[]
  /** Issued and not voided, oldest first. */
  creditNotes: Wire<Stripe.CreditNote>[]
  /** The payment that is waited for; undefined once nothing is. */
  intent?: Wire<Stripe.PaymentIntent>
  /** Tax numbers the business chose to print. */
  senderTaxIds: { type: string; value: string | null }[]
  /** What the shipping rate calls itself. */
  shippingName?: string
  /** The invoice that took the place of this one, by the last path segment of its page. */
  replacement?: { number: string | null; token: string }
  /** True when a payment was accepted but has not settled (bank debits). */
  processing: boolean
  /** True when the link is too old to be opened; the caller shows only that. */
  expired: boolean
}

/** A credit note as it is printed, with the invoice it corrects. */
export interface HostedCreditNote extends HostedInvoice {
  note: Wire<Stripe.CreditNote>
  /** All lines of the note. */
  noteLines: Wire<Stripe.CreditNoteLineItem>[]
}

/** What the receipt of one charge shows. */
export interface HostedReceipt {
  account: Wire<Stripe.Account>
  charge: Wire<Stripe.Charge>
  refunds: Wire<Stripe.Refund>[]
  /** What the charge paid, by the last path segment of its page. */
  invoice?: { object: Wire<Stripe.Invoice>; token: string }
}

export type PayField = 'number' | 'expiry' | 'cvc' | 'routing_number' | 'account_number' | 'iban'

export type PayOutcome =
  /** `processing`: the bank accepted it, the money is on its way. */
  | { ok: true; status: 'paid' | 'processing' }
  /** The bank wants to hear from its customer first: `/authenticate/<intent>`. */
  | { ok: true; status: 'requires_action'; intent: string }
  | { ok: false; code: string; declineCode?: string; message: string; field?: PayField }

/** A payment whose bank waits for its customer. */
export interface Authentication {
  account: Wire<Stripe.Account>
  intent: Wire<Stripe.PaymentIntent>
  /** What is being paid, by the last path segment of its page. */
  invoice?: { number: string | null; token: string }
}

/** A debit the bank has accepted and not yet settled. */
export interface PendingDebit {
  account: string
  intent: Wire<Stripe.PaymentIntent>
  invoice?: Wire<Stripe.Invoice>
  method?: Wire<Stripe.PaymentMethod>
}

/** A link a person follows to complete an account, and the account as it stands. */
export interface HostedOnboarding {
  account: Wire<Stripe.Account>
  /** Too old, or followed to its end already: only the way back is left. */
  over: boolean
  refreshUrl: string | null
  returnUrl: string | null
}

/** A page of an account's objects of one kind, newest first. */
export interface ObjectPage {
  rows: { id: string; created: number | null; words: string }[]
  /** The id to go on after; undefined on the last page. */
  next?: string
}

/** What pages, the control panel and tests may ask of the emulator. Writes resolve once they are kept. */
export interface Admin {
  /** Where a browser reaches the pages, e.g. `http://localhost:3000/emulator`. */
  origin: string
  /** Unix seconds. */
  now(): number
  invoiceByToken(token: string): HostedInvoice | undefined
  creditNoteByToken(token: string): HostedCreditNote | undefined
  /** The receipt of a charge that succeeded or is on its way. */
  receipt(charge: string): HostedReceipt | undefined
  payByCard(token: string, card: CardEntry): Promise<PayOutcome>
  payByBank(token: string, bank: BankEntry): Promise<PayOutcome>
  /** Undefined unless the payment waits for its bank's customer. */
  authentication(intent: string): Authentication | undefined
  /** What the bank's customer answered. */
  authenticate(intent: string, complete: boolean): Promise<PayOutcome>
  /** Oldest first. */
  pendingDebits(): PendingDebit[]
  settle(intent: string): Promise<void>
  fail(intent: string): Promise<void>
  /** Newest first. */
  outbox(): OutboxEmail[]
  accounts(): Wire<Stripe.Account>[]
  /** What a person sets in Stripe's Dashboard, and no call of the API can: the zone that dates are printed in. */
  setTimeZone(account: string, timeZone: string): Promise<void>
  /** Newest first; all of them unless told how many. */
  invoices(account: string, limit?: number): Wire<Stripe.Invoice>[]
  /** Newest first, as JSON. */
  events(account: string, limit: number): { id: string; type: string; created: number }[]
  /** How many objects of each kind an account has, in the order of their names. */
  kinds(account: string): { kind: string; count: number }[]
  /** Objects of one kind, from just below `after`; undefined for an unknown kind. */
  objects(account: string, kind: string, after?: string): ObjectPage | undefined
  /** Any object by id, as the API would return it. */
  object(account: string, id: string): unknown
  /** Pending and recent, newest first. */
  deliveries(): DeliveryRecord[]
  deliverNow(id: string): Promise<void>
  orderFault(order: FaultOrder): void
  faults(): (FaultOrder & { kind: FaultKind; left: number })[]
  /** How far the emulator's time is ahead of the real one, in seconds. */
  secondsAhead(): number
  /** Moves the emulator's time forward, doing on the way what falls due. */
  advanceTime(seconds: number): Promise<void>
  testClocks(): { account: string; clock: Wire<Stripe.TestHelpers.TestClock> }[]
  onboarding(token: string): HostedOnboarding | undefined
  completeOnboarding(token: string): Promise<void>
}
