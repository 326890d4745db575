import { PAYMENT_TYPES } from '@/lib/stripe/event-types'

/** What of ours an event speaks of. */
export type Subject =
  | { kind: 'invoice'; id: string }
  | { kind: 'payment'; paymentIntent: string }
  | { kind: 'customer_deleted'; customer: string }
  | { kind: 'nothing' }

const OF_PAYMENTS: ReadonlySet<string> = new Set(PAYMENT_TYPES)
const NOTHING: Subject = { kind: 'nothing' }

/** Only ids are taken from an event: what became of the object is asked of Stripe. */
export function subjectOf({
  type,
  data,
}: {
  type: string
  data: { object: Record<string, unknown> }
}): Subject {
  const { object } = data
  // A preview of an invoice that does not exist yet.
  if (type === 'invoice.upcoming') return NOTHING
  if (type === 'customer.deleted')
    return named(object.id, (customer) => ({ kind: 'customer_deleted', customer }))
  if (object.object === 'invoice') return named(object.id, (id) => ({ kind: 'invoice', id }))
  if (object.object === 'invoice_payment' || object.object === 'credit_note')
    return named(idOf(object.invoice), (id) => ({ kind: 'invoice', id }))
  if (OF_PAYMENTS.has(type)) return named(object.id, (paymentIntent) => ({ kind: 'payment', paymentIntent }))
  return NOTHING
}

function named(id: unknown, subject: (id: string) => Subject) {
  return typeof id === 'string' ? subject(id) : NOTHING
}

function idOf(reference: unknown): unknown {
  return typeof reference === 'object' && reference !== null && 'id' in reference ? reference.id : reference
}
