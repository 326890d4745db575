import type Stripe from 'stripe'
import { dateInZone } from '@/lib/dates'
import { documentFrom } from '@/lib/documents/bill/at-stripe'
import { INVOICE_STATUSES } from '@/lib/invoices/status'
import type { InvoiceStatus, PaymentState, PaymentView } from '@/lib/invoices/view'

/** What our row copies from a Stripe invoice; `sync.ts` alone writes it. */
export type Mirror = ReturnType<typeof documentFrom> & {
  stripeId: string
  status: InvoiceStatus
  number: string | null
  customerName: string | null
  customerEmail: string | null
  subtotalMinor: number
  discountMinor: number
  taxMinor: number
  totalMinor: number
  amountDueMinor: number
  amountPaidMinor: number
  amountRemainingMinor: number
  attemptCount: number
  paymentState: PaymentState
  paymentError: string | null
  paidOutOfBand: boolean
  payments: MirroredPayment[]
  dueDate: string | null
  finalizedAt: Date | null
  paidAt: Date | null
  voidedAt: Date | null
  markedUncollectibleAt: Date | null
}

/** A Stripe invoice that was read with its payments expanded. */
export type StripeInvoice = Stripe.Invoice

export type MirroredPayment = PaymentView & { paymentIntent: string | null }

/** Charges by id, for the words about a card; what is missing is described without them. */
export type Charges = ReadonlyMap<string, Stripe.Charge>

const NO_CHARGES: Charges = new Map()

/** Our copy of an invoice. `zone` is the business's, in which a due date is a day. */
export function mirrorOf(invoice: StripeInvoice, zone: string, charges = NO_CHARGES): Mirror {
  const payments = (invoice.payments?.data ?? []).map((payment) => paymentOf(payment, charges))
  const transitions = invoice.status_transitions
  return {
    stripeId: invoice.id,
    status: statusOf(invoice),
    number: invoice.number,
    customerName: invoice.customer_name ?? null,
    customerEmail: invoice.customer_email ?? null,
    ...documentFrom(invoice),
    ...amountsOf(invoice),
    attemptCount: invoice.attempt_count,
    ...paymentStateOf(invoice, payments),
    paidOutOfBand: isPaidOutOfBand(invoice),
    payments: isPaidOutOfBand(invoice) ? [...payments, outOfBandPayment(invoice)] : payments,
    dueDate: invoice.due_date === null ? null : dateInZone(invoice.due_date, zone),
    finalizedAt: instantOf(transitions.finalized_at),
    paidAt: instantOf(transitions.paid_at),
    voidedAt: instantOf(transitions.voided_at),
    markedUncollectibleAt: instantOf(transitions.marked_uncollectible_at),
  }
}

/** The latest charge of each payment: what a sync reads besides the invoice, to name the card. */
export function chargeIdsOf(invoice: Stripe.Invoice): string[] {
  return (invoice.payments?.data ?? []).flatMap((payment) => idOf(intentOf(payment)?.latest_charge) ?? [])
}

// A word that Stripe did not have yet stops this one invoice, not the app.
function statusOf({ id, status }: Stripe.Invoice) {
  const known = INVOICE_STATUSES.find((word) => word === status)
  if (!known) throw new Error(`Invoice ${id} has a status we do not know: ${status}`)
  return known
}

function amountsOf(invoice: Stripe.Invoice) {
  return {
    subtotalMinor: invoice.subtotal,
    discountMinor: sum(ownDiscounts(invoice)),
    taxMinor: sum(invoice.total_taxes),
    totalMinor: invoice.total,
    amountDueMinor: invoice.amount_due,
    amountPaidMinor: invoice.amount_paid,
    amountRemainingMinor: invoice.amount_remaining,
  }
}

// Stripe counts those of the lines as well, which are in the subtotal already.
function ownDiscounts({ total_discount_amounts: amounts, discounts }: Stripe.Invoice) {
  const own = new Set(discounts.map(idOf))
  return (amounts ?? []).filter(({ discount }) => own.has(idOf(discount)))
}

function paymentStateOf(invoice: Stripe.Invoice, payments: MirroredPayment[]) {
  const intents = (invoice.payments?.data ?? []).flatMap((payment) => intentOf(payment) ?? [])
  const error = intents.map((intent) => intent.last_payment_error?.message).find(Boolean) ?? null
  const state = (paymentState: PaymentState) => ({
    paymentState,
    paymentError: paymentState === 'failed' ? error : null,
  })
  if (invoice.status !== 'open') return state('none')
  if (payments.some(({ status }) => status === 'processing')) return state('processing')
  if (intents.some(({ status }) => status === 'requires_action')) return state('requires_action')
  return state(error ? 'failed' : 'none')
}

function paymentOf(payment: Stripe.InvoicePayment, charges: Charges): MirroredPayment {
  const intent = intentOf(payment)
  const charge = charges.get(idOf(intent?.latest_charge) ?? '')
  return {
    id: payment.id,
    paymentIntent: idOf(payment.payment.payment_intent),
    amountMinor: payment.amount_paid ?? payment.amount_requested,
    currency: payment.currency,
    status: paymentStatusOf(payment, intent),
    method: methodOf(charge, payment),
    failure: payment.status === 'paid' ? null : (intent?.last_payment_error?.message ?? null),
    at: isoOf(payment.status_transitions.paid_at ?? payment.created),
  }
}

function paymentStatusOf({ status }: Stripe.InvoicePayment, intent: Stripe.PaymentIntent | null) {
  if (status === 'paid' || status === 'canceled') return status
  if (intent?.status === 'processing') return 'processing'
  return intent?.last_payment_error ? 'failed' : 'open'
}

function methodOf(charge: Stripe.Charge | undefined, { payment }: Stripe.InvoicePayment) {
  if (payment.type === 'payment_record') return 'Outside Stripe'
  const details = charge?.payment_method_details
  if (details?.card) return `${titleOf(details.card.brand ?? 'card')} ···· ${details.card.last4}`
  return details ? titleOf(details.type.replaceAll('_', ' ')) : 'Stripe'
}

// Stripe has no flag for it: paid, and no attempt was ever made.
function isPaidOutOfBand(invoice: Stripe.Invoice) {
  return invoice.status === 'paid' && !invoice.attempted && invoice.amount_paid > 0
}

function outOfBandPayment(invoice: Stripe.Invoice): MirroredPayment {
  return {
    id: `${invoice.id}:out_of_band`,
    paymentIntent: null,
    amountMinor: invoice.amount_paid,
    currency: invoice.currency,
    status: 'paid',
    method: 'Outside Stripe',
    failure: null,
    at: isoOf(invoice.status_transitions.paid_at ?? invoice.created),
  }
}

function intentOf({ payment }: Stripe.InvoicePayment) {
  return typeof payment.payment_intent === 'object' ? payment.payment_intent : null
}

function idOf(reference: string | { id: string } | null | undefined) {
  return typeof reference === 'object' ? (reference?.id ?? null) : (reference ?? null)
}

function titleOf(word: string) {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function sum(parts: { amount: number }[] | null) {
  return (parts ?? []).reduce((total, part) => total + part.amount, 0)
}

function instantOf(seconds: number | null) {
  return seconds === null ? null : new Date(seconds * 1000)
}

function isoOf(seconds: number) {
  return new Date(seconds * 1000).toISOString()
}
