import type Stripe from 'stripe'
import type { Wire } from '../wire/wire'

export interface EventObject {
  id: string
  object: 'event'
  account?: string
  api_version: string
  created: number
  data: { object: unknown; previous_attributes?: Record<string, unknown> }
  livemode: false
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null } | null
  type: string
}

/** An answer kept under an idempotency key. */
export interface KeptAnswer {
  id: string
  /** Of the first request, to tell what must be the same in another one. */
  path: string
  fingerprint: string
  requestId: string
  status: number
  headers: Record<string, string>
  body: unknown
  created: number
}

export interface Onboarding {
  /** The last segment of the link. */
  id: string
  account: string
  refresh_url: string | null
  return_url: string | null
  /** Unix seconds. */
  expires_at: number
  used: boolean
}

export interface TransferData {
  amount: number | null
  destination: string
}

/** An e-mail Stripe would have sent. It never leaves the machine. */
export interface OutboxEmail {
  id: string
  account: string
  to: string
  subject: string
  kind: 'invoice' | 'receipt' | 'credit_note' | 'payment_failed' | 'action_required'
  invoice: string
  /** The credit note the e-mail tells of. */
  creditNote?: string
  /** Why a payment failed, as the client is told. */
  reason?: string
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

/** Work that an object's own fields do not already date. */
export type TimedWork =
  | 'invoice_overdue'
  | 'invoice_upcoming'
  | 'payment_settles'
  | 'payment_fails'
  | 'refund_settles'
  | 'refund_fails'
  | 'trial_will_end'

/** Everything the emulator keeps, by kind. Stripe's kinds carry Stripe's own `object` names. */
export interface Kinds {
  account: { id: string; platform: string | null; object: Wire<Stripe.Account> }
  application_fee: Wire<Stripe.ApplicationFee>
  balance_transaction: Wire<Stripe.BalanceTransaction>
  charge: Wire<Stripe.Charge>
  /** How far the emulator's time is ahead of the real one. */
  clock_offset: { id: string; seconds: number }
  coupon: Wire<Stripe.Coupon>
  credit_note: Wire<Stripe.CreditNote>
  /** With the note each line stands on. */
  credit_note_line_item: { id: string; credit_note: string; object: Wire<Stripe.CreditNoteLineItem> }
  customer: Wire<Stripe.Customer>
  customer_balance_transaction: Wire<Stripe.CustomerBalanceTransaction>
  deleted: { id: string; object: string; deleted: true }
  delivery: DeliveryRecord & { created: number }
  discount: Wire<Stripe.Discount>
  dispute: Wire<Stripe.Dispute>
  email: OutboxEmail
  endpoint_secret: { id: string; secret: string; connect: boolean }
  event: EventObject
  idempotency: KeptAnswer
  /** Test numbers only, of cards and bank accounts: what a kept payment method stands for. */
  instrument: { id: string; number: string }
  invoice: Wire<Stripe.Invoice>
  invoice_rendering_template: Wire<Stripe.InvoiceRenderingTemplate>
  invoice_payment: Wire<Stripe.InvoicePayment>
  invoiceitem: Wire<Stripe.InvoiceItem>
  key: { id: string; account: string }
  line_item: Wire<Stripe.InvoiceLineItem>
  /** Taxes that a request gave for a line in so many minor units; rates do not apply to it. */
  line_taxes: { id: string; invoice: string; taxes: Wire<Stripe.InvoiceLineItem.Tax>[] }
  /** A link a person follows to complete an account. */
  onboarding: Onboarding
  payment_intent: Wire<Stripe.PaymentIntent>
  payment_method: Wire<Stripe.PaymentMethod>
  payment_record: Wire<Stripe.PaymentRecord>
  payout: Wire<Stripe.Payout>
  price: Wire<Stripe.Price>
  product: Wire<Stripe.Product>
  promotion_code: Wire<Stripe.PromotionCode>
  refund: Wire<Stripe.Refund>
  /** Where an invoice's payment goes, which the invoice itself does not show. */
  payment_routing: { id: string; application_fee_amount: number | null; transfer_data: TransferData | null }
  /** Deleted, but discounts made from it go on. */
  retired_coupon: Wire<Stripe.Coupon>
  shipping_rate: Wire<Stripe.ShippingRate>
  subscription: Wire<Stripe.Subscription>
  subscription_item: Wire<Stripe.SubscriptionItem>
  tax_id: Wire<Stripe.TaxId>
  tax_rate: Wire<Stripe.TaxRate>
  test_clock: Wire<Stripe.TestHelpers.TestClock>
  /** What will happen by itself to an object, and when (unix seconds). */
  timer: { id: string; at: number; object: string; what: TimedWork }
  webhook_endpoint: Wire<Stripe.WebhookEndpoint>
}

export type Kind = keyof Kinds

/** An event as its list is filtered. */
export type EventLabel = Pick<EventObject, 'type' | 'created' | 'pending_webhooks'>

/** What lists may ask of each kind: all of it, but for the kinds in cold storage. Kept answers are in no list. */
export interface Labels extends Omit<Kinds, 'event' | 'idempotency'> {
  event: EventLabel
  idempotency: null
}

/** Returns what stays in memory of an event that is packed. */
export function labelOfEvent({ type, created, pending_webhooks }: EventObject): EventLabel {
  return { type, created, pending_webhooks }
}

/** What the error text calls an object that is not there. */
export const KIND_NAMES = {
  account: 'account',
  application_fee: 'application_fee',
  balance_transaction: 'balance transaction',
  charge: 'charge',
  coupon: 'coupon',
  credit_note: 'credit note',
  customer: 'customer',
  customer_balance_transaction: 'customer balance transaction',
  discount: 'discount',
  dispute: 'dispute',
  event: 'notification',
  invoice: 'invoice',
  invoice_payment: 'invoice payment',
  invoice_rendering_template: 'invoice rendering template',
  invoiceitem: 'Invoice Item',
  line_item: 'line item',
  payment_intent: 'payment_intent',
  payment_method: 'PaymentMethod',
  payment_record: 'payment record',
  payout: 'payout',
  price: 'price',
  product: 'product',
  promotion_code: 'promotion code',
  refund: 'refund',
  shipping_rate: 'shipping rate',
  subscription: 'subscription',
  subscription_item: 'subscription item',
  tax_id: 'tax ID',
  tax_rate: 'tax rate',
  test_clock: 'billingclock',
  webhook_endpoint: 'webhook endpoint',
} as const

/** Kinds that answer under an id of their own. */
export type NamedKind = keyof typeof KIND_NAMES
