import 'server-only'
import { eq } from 'drizzle-orm'
import { sqlStateOf } from '@/db/errors'
import { clients } from '@/db/schema/clients'
import { forWorkspace } from '@/db/workspace'
import type { BillingWorkspace } from '@/lib/accounts/member'
import { grouped } from '@/lib/grouped'
import { type Synced, syncInvoice, writeSent } from '@/lib/invoices/mirror/sync'
import { invoicesPaidBy } from '@/lib/invoices/mirror/sync-payments'
import { logSurprise } from '@/lib/log'
import { isLiveKey } from '@/lib/stripe/connect'
import { failureOf } from '@/lib/stripe/failures'
import { workspaceOfAccount } from '@/lib/workspaces/queries'
import { CLAIMED_AT_ONCE, claimEvents, type Finished, finishEvents, type Kept, postponeEvents } from './inbox'
import { type Subject, subjectOf } from './subject'

const AT_ONCE = 4

/** Works off some of the events that are due; true when there may be more. */
export async function handleDueEvents(): Promise<boolean> {
  const events = await claimEvents()
  const byAccount = grouped(events, ({ account }) => account)
  await Promise.all([...byAccount].map(([account, theirs]) => handleAccount(account, theirs)))
  return events.length === CLAIMED_AT_ONCE
}

async function handleAccount(account: string, events: Kept[]) {
  const workspace = await workspaceOfAccount(account)
  // Perhaps a business that is being opened at this moment.
  if (!workspace) return postponeEvents(events, 'no_such_account', true)
  const [ours, foreign] = partition(events, ({ event }) => event.livemode === isLiveKey())
  // A Connect endpoint in live mode is sent the events of test mode too.
  await finishEvents(workspace.id, foreign.map(untouched))
  const [payments, others] = partition(ours, ({ event }) => subjectOf(event).kind === 'payment')
  await handleSubjects(workspace, await named(workspace, others))
  // Their invoice is known by its payments, which the events before may just have brought.
  await handleSubjects(workspace, await named(workspace, payments))
}

/** One question to Stripe answers every event about an invoice that came before it. */
async function handleSubjects(workspace: BillingWorkspace, events: Finished[]) {
  const groups = [...grouped(events, ({ stripeInvoiceId }) => stripeInvoiceId)]
  const finished: Finished[] = []
  const untold: string[] = []
  for (let i = 0; i < groups.length; i += AT_ONCE)
    await Promise.all(
      groups.slice(i, i + AT_ONCE).map(async ([stripeId, group]) => {
        const synced = await handleInvoice(workspace, stripeId, group)
        if (synced) finished.push(...group)
        if (synced?.invoiceId && !synced.changed) untold.push(synced.invoiceId)
      }),
    )
  await finishEvents(workspace.id, finished, untold)
}

/** Null when it has to be tried again later. */
async function handleInvoice(workspace: BillingWorkspace, stripeId: string | null, events: Finished[]) {
  try {
    return stripeId ? await syncOne(workspace, stripeId, events) : await forgetCustomers(workspace, events)
  } catch (error) {
    logSurprise('an event could not be handled', error)
    await postponeEvents(events, error instanceof Error ? error.name : 'Error', !isPassing(error))
    return null
  }
}

async function syncOne(workspace: BillingWorkspace, stripeId: string, events: Finished[]): Promise<Synced> {
  const synced = await syncInvoice(workspace, stripeId)
  const { invoiceId } = synced
  const sent = events.filter(({ event }) => event.type === 'invoice.sent').map(({ createdAt }) => createdAt)
  const latest = sent.sort((a, b) => b.getTime() - a.getTime())[0]
  if (invoiceId && latest) await forWorkspace(workspace.id, (tx) => writeSent(tx, invoiceId, latest))
  return synced
}

/** A customer who was deleted at Stripe is made anew with the client's next invoice. */
async function forgetCustomers(workspace: BillingWorkspace, events: Finished[]): Promise<Synced> {
  for (const { event } of events) {
    const subject = subjectOf(event)
    if (subject.kind === 'customer_deleted')
      await forWorkspace(workspace.id, (tx) =>
        tx.update(clients).set({ stripeId: null }).where(eq(clients.stripeId, subject.customer)),
      )
  }
  return { invoiceId: null, changed: false }
}

/** Of a payment it is known by its payment intent which invoice it speaks of. */
async function named(workspace: BillingWorkspace, events: Kept[]): Promise<Finished[]> {
  const intents = events.flatMap(({ event }) => {
    const subject = subjectOf(event)
    return subject.kind === 'payment' ? [subject.paymentIntent] : []
  })
  const paid =
    intents.length > 0 ? await forWorkspace(workspace.id, (tx) => invoicesPaidBy(tx, intents)) : NOTHING_PAID
  return events.map((kept) => ({ ...kept, stripeInvoiceId: invoiceOf(subjectOf(kept.event), paid) }))
}

const NOTHING_PAID: ReadonlyMap<string, string> = new Map()

function invoiceOf(subject: Subject, paid: ReadonlyMap<string, string>) {
  if (subject.kind === 'invoice') return subject.id
  return subject.kind === 'payment' ? (paid.get(subject.paymentIntent) ?? null) : null
}

const untouched = (kept: Kept): Finished => ({ ...kept, stripeInvoiceId: null })

function partition<T>(things: T[], isFirst: (thing: T) => boolean) {
  return [things.filter(isFirst), things.filter((thing) => !isFirst(thing))] as const
}

/** True for what is nobody's fault: Stripe or the database was busy, or out of reach. */
function isPassing(error: unknown) {
  if (/^(08|40|53|55|57)/.test(sqlStateOf(error) ?? '')) return true
  try {
    return failureOf(error).kind === 'unknown'
  } catch {
    return false
  }
}
