import 'server-only'
import { drawTicket } from '@/db/ticket'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import { recordActivity } from '@/lib/activity'
import type { InvoiceAction } from '@/lib/invoices/allowed-actions'
import type { StripeInvoice } from '@/lib/invoices/mirror/projection'
import { syncInvoice, writeInvoice } from '@/lib/invoices/mirror/sync'
import { lockInvoice } from '@/lib/invoices/read/draft'
import { NOT_FOUND, refusalOf } from '@/lib/invoices/refusals'
import { booksOf } from '@/lib/invoices/send/send'
import type { InvoiceStatus } from '@/lib/invoices/view'
import { done, type Result, refuse } from '@/lib/result'
import { failureOf, type StripeFailure } from '@/lib/stripe/refusals'
import { type StripeAccount, stripeFor } from '@/lib/stripe/stripe-for'
import type { Actor } from './draft'

type Which = { id: string }

/** A change of status that Stripe makes and we only ask for. */
type Transition = {
  action: InvoiceAction
  into: InvoiceStatus
  asked: string
  ask(stripe: StripeAccount, stripeId: string, key: string): Promise<StripeInvoice>
}

export function voidInvoice(actor: Actor, which: Which) {
  return transition(actor, which, {
    action: 'void',
    into: 'void',
    asked: 'void_asked',
    ask: (stripe, id, key) => stripe.voidInvoice(id, key),
  })
}

/** Money came another way than through Stripe. */
export function markPaid(actor: Actor, which: Which) {
  return transition(actor, which, {
    action: 'mark_paid',
    into: 'paid',
    asked: 'mark_paid_asked',
    ask: (stripe, id, key) => stripe.markPaidOutOfBand(id, key),
  })
}

export function markUncollectible(actor: Actor, which: Which) {
  return transition(actor, which, {
    action: 'mark_uncollectible',
    into: 'uncollectible',
    asked: 'mark_uncollectible_asked',
    ask: (stripe, id, key) => stripe.markUncollectible(id, key),
  })
}

/** Reads the invoice from Stripe now. */
export async function refreshInvoice(actor: Actor, { id }: Which): Promise<Result<Which>> {
  const row = await forWorkspace(actor.workspaceId, (tx) => lockInvoice(tx, id))
  if (!row) return NOT_FOUND
  const { stripeId } = row
  if (!stripeId) return done({ id })
  const failure = await failureIn(() => syncInvoice(booksOf(actor), stripeId))
  return failure ? refuse(failure.code, failure.message) : done({ id })
}

/** Where it stands already is where it should be: asking twice is no mistake. */
async function transition(actor: Actor, { id }: Which, wanted: Transition): Promise<Result<Which>> {
  const row = await forWorkspace(actor.workspaceId, (tx) => prepare(tx, actor, id, wanted))
  if (!row.ok) return row
  const { status, stripeId } = row.value
  if (status === wanted.into) return done({ id })
  if (!stripeId) return NOT_FOUND
  const books = booksOf(actor)
  const ticket = await drawTicket()
  const failure = await failureIn(async () => {
    const invoice = await wanted.ask(stripeFor(books), stripeId, `${wanted.asked}:${id}:${ticket}`)
    await writeInvoice(books, invoice, ticket)
  })
  if (failure?.kind === 'unknown') return refuse('stripe_unreachable', failure.message)
  if (await stands(actor, id, wanted.into)) return done({ id })
  // Refused, or an answer to a later question was read before ours took effect: Stripe knows.
  await syncInvoice(books, stripeId)
  if (await stands(actor, id, wanted.into)) return done({ id })
  return refuse('illegal_transition', failure?.message ?? 'Something else changed this invoice at once.')
}

async function prepare(tx: WorkspaceTx, actor: Actor, id: string, { action, into, asked }: Transition) {
  const row = await lockInvoice(tx, id)
  if (!row) return NOT_FOUND
  if (row.status === into) return done(row)
  const refusal = row.stripeId || row.status !== 'draft' ? refusalOf(action, row) : NOT_FINAL
  if (refusal) return refusal
  await recordActivity(tx, { userId: actor.userId, subjectId: id, kind: asked })
  return done(row)
}

const NOT_FINAL = refuse('illegal_transition', 'This is a draft. Send or finalize it first, or delete it.')

async function stands(actor: Actor, id: string, status: InvoiceStatus) {
  const row = await forWorkspace(actor.workspaceId, (tx) => lockInvoice(tx, id))
  return row?.status === status
}

async function failureIn(work: () => Promise<unknown>): Promise<StripeFailure | null> {
  try {
    await work()
    return null
  } catch (error) {
    return failureOf(error)
  }
}
