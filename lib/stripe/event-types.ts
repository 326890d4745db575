import 'server-only'

/** Of a payment only what the invoice's own events do not tell. */
export const PAYMENT_TYPES = ['payment_intent.processing', 'payment_intent.payment_failed'] as const

/**
 * The events we want of Stripe, from its webhooks and from its list. The list takes twenty names at most, each spelled
 * out. https://docs.stripe.com/api/events/list
 */
export const HEARD_TYPES = [
  'invoice.created',
  'invoice.updated',
  'invoice.deleted',
  'invoice.finalization_failed',
  'invoice.finalized',
  'invoice.sent',
  'invoice.overdue',
  'invoice.payment_action_required',
  'invoice.payment_failed',
  'invoice.paid',
  'invoice.overpaid',
  'invoice.voided',
  'invoice.marked_uncollectible',
  'invoice_payment.paid',
  ...PAYMENT_TYPES,
  'credit_note.created',
  'credit_note.updated',
  'credit_note.voided',
  'customer.deleted',
] as const
