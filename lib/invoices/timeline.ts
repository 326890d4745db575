import type { TimelineEntry } from './view'

/** A row of our own record. */
export type Deed = {
  id: string
  kind: string
  userId: string | null
  detail: Record<string, string | number | null>
  createdAt: Date
}

/** An accepted Stripe event about this invoice; `failure` is why a payment was refused. */
export type Happening = { eventId: string; type: string; failure: string | null; createdAt: Date }

type Wording = Pick<TimelineEntry, 'title' | 'source'>

// In the order of an invoice's life. A name with a dot is an event of Stripe's, the others are deeds of our own record.
const WORDINGS: Record<string, Wording> = {
  created: { title: 'Draft created', source: 'you' },
  duplicated: { title: 'Draft copied from another invoice', source: 'you' },
  adopted: { title: 'Found in your Stripe account', source: 'centwise' },
  send_started: { title: 'Send pressed', source: 'you' },
  finalize_started: { title: 'Finalize pressed', source: 'you' },
  'invoice.finalization_failed': { title: 'Stripe could not finalize it', source: 'stripe' },
  send_failed: { title: 'Sending stopped; the draft is unchanged', source: 'centwise' },
  'invoice.finalized': { title: 'Finalized', source: 'stripe' },
  email_failed: { title: 'Finalized, but not e-mailed', source: 'centwise' },
  send_again_started: { title: 'Send again pressed', source: 'you' },
  'invoice.sent': { title: 'E-mailed to the client', source: 'stripe' },
  'invoice.overdue': { title: 'Overdue', source: 'stripe' },
  'invoice.payment_action_required': { title: 'The bank asks the client to confirm', source: 'client' },
  'payment_intent.processing': { title: 'Payment on its way', source: 'client' },
  'payment_intent.payment_failed': { title: 'Payment failed', source: 'client' },
  void_asked: { title: 'Void pressed', source: 'you' },
  'invoice.voided': { title: 'Void', source: 'stripe' },
  mark_uncollectible_asked: { title: 'Written off', source: 'you' },
  'invoice.marked_uncollectible': { title: 'Marked uncollectible', source: 'stripe' },
  mark_paid_asked: { title: 'Marked as paid outside Stripe', source: 'you' },
  'invoice.paid': { title: 'Paid', source: 'stripe' },
  'invoice.overpaid': { title: 'Paid more than was due', source: 'client' },
  'credit_note.created': { title: 'Credit note issued', source: 'stripe' },
  'credit_note.voided': { title: 'Credit note voided', source: 'stripe' },
  unexpected_status: { title: 'Stripe reported a change that should not be possible', source: 'centwise' },
}

const LIFE = Object.keys(WORDINGS)

/** Events that a timeline has words for; the others only trigger a sync. */
export const TOLD_EVENTS = LIFE.filter((kind) => kind.includes('.'))

/** Everything that happened to an invoice, oldest first. */
export function timelineOf(deeds: Deed[], happenings: Happening[]): TimelineEntry[] {
  const entries = [...deeds.flatMap(deedEntry), ...happenings.flatMap(eventEntry)]
  return entries.sort((a, b) => secondOf(a) - secondOf(b) || LIFE.indexOf(a.kind) - LIFE.indexOf(b.kind))
}

// Stripe tells whole seconds only, and much may happen in one.
function secondOf({ at }: TimelineEntry) {
  return Math.floor(Date.parse(at) / 1000)
}

function deedEntry({ id, kind, detail, createdAt }: Deed): TimelineEntry[] {
  const wording = WORDINGS[kind]
  if (!wording) return []
  const said = detail.message
  return [
    { id, at: createdAt.toISOString(), kind, ...wording, detail: typeof said === 'string' ? said : null },
  ]
}

function eventEntry({ eventId, type, failure, createdAt }: Happening): TimelineEntry[] {
  const wording = WORDINGS[type]
  return wording
    ? [{ id: eventId, at: createdAt.toISOString(), kind: type, ...wording, detail: failure }]
    : []
}
