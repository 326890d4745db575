import type Stripe from 'stripe'
import type { DeliveryRecord, OutboxEmail } from '../desk'
import type { Wire } from '../wire'

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
  fingerprint: string
  requestId: string
  status: number
  body: string
  created: number
}

/** Everything the emulator keeps, by kind. Stripe's kinds carry Stripe's own `object` names. */
export interface Kinds {
  account: { id: string; platform: string | null; object: Wire<Stripe.Account> }
  /** Test numbers only: what a kept payment method stands for. */
  card_number: { id: string; number: string }
  charge: Wire<Stripe.Charge>
  coupon: Wire<Stripe.Coupon>
  customer: Wire<Stripe.Customer>
  customer_balance_transaction: Wire<Stripe.CustomerBalanceTransaction>
  deleted: { id: string; object: string; deleted: true }
  delivery: DeliveryRecord & { created: number }
  discount: Wire<Stripe.Discount>
  email: OutboxEmail
  endpoint_secret: { id: string; secret: string; connect: boolean }
  event: EventObject
  idempotency: KeptAnswer
  invoice: Wire<Stripe.Invoice>
  invoice_payment: Wire<Stripe.InvoicePayment>
  invoiceitem: Wire<Stripe.InvoiceItem>
  key: { id: string; account: string }
  line_item: Wire<Stripe.InvoiceLineItem>
  payment_intent: Wire<Stripe.PaymentIntent>
  payment_method: Wire<Stripe.PaymentMethod>
  price: Wire<Stripe.Price>
  product: Wire<Stripe.Product>
  /** Deleted, but discounts made from it go on. */
  retired_coupon: Wire<Stripe.Coupon>
  tax_rate: Wire<Stripe.TaxRate>
  webhook_endpoint: Wire<Stripe.WebhookEndpoint>
}

export type Kind = keyof Kinds

/** What the error text calls an object that is not there. */
export const KIND_NAMES = {
  account: 'account',
  charge: 'charge',
  coupon: 'coupon',
  customer: 'customer',
  discount: 'discount',
  event: 'notification',
  invoice: 'invoice',
  invoice_payment: 'invoice payment',
  invoiceitem: 'Invoice Item',
  line_item: 'line item',
  payment_intent: 'payment_intent',
  payment_method: 'PaymentMethod',
  price: 'price',
  product: 'product',
  tax_rate: 'tax rate',
  webhook_endpoint: 'webhook endpoint',
} as const

/** Kinds that answer under an id of their own. */
export type NamedKind = keyof typeof KIND_NAMES
