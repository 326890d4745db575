import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { activity } from '@/db/schema/activity'
import { clients } from '@/db/schema/clients'
import { drawTicket } from '@/db/ticket'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import { forgetCatalog } from '@/lib/catalog/mutations'
import { mirrorOf } from '@/lib/invoices/mirror/projection'
import { type Books, syncInvoice, writeMirror, writeSent } from '@/lib/invoices/mirror/sync'
import { logSurprise } from '@/lib/log'
import { formatMoney } from '@/lib/money/format'
import { failureOf, type StripeFailure } from '@/lib/stripe/refusals'
import { moveOp, type Op, postponeOp, type Step } from './op'
import { billOf, type Outcome, STEP_WORK } from './steps'

/** Stripe forgets a key after a day. From here on a call whose outcome is unknown is looked for, not repeated. */
const KEY_TRUSTED_MS = 23 * 3_600_000
/** A failure that Stripe keeps under the key comes back for ever; after this many it is looked for instead. */
const REPLAYS_MAX = 2

/** Steps whose answer the mirror shows. */
const SHOWN: ReadonlySet<Step> = new Set<Step>(['finalize', 'email'])

type Attempt = { ok: true; outcome: Outcome } | { ok: false; failure: StripeFailure } | { ok: 'anew' }

/** Takes an op as far as it goes now: to its end, or to a call whose outcome is not known yet. */
export async function advanceOp(books: Books, op: Op): Promise<void> {
  let current: Op | null = op
  try {
    while (current) current = await oneStep(books, current)
  } catch (error) {
    logSurprise('a send stumbled', error, { op: op.id })
    if (current) await restFromStumble(current)
  }
}

/** With the same key it may ask again at once; where even this cannot be written, its lease runs out. */
async function restFromStumble(op: Op) {
  const message = 'Something broke on our side. Nothing is lost; we keep trying.'
  await postponeOp(op, { code: 'stumbled', message, step: op.step }).catch((error) =>
    logSurprise('a send could not be put off', error, { op: op.id }),
  )
}

/** The op after one more step; null when it is over or has to rest. */
async function oneStep(books: Books, op: Op): Promise<Op | null> {
  const ticket = SHOWN.has(op.step) ? await drawTicket() : 0
  const attempt = await attemptOf(books, op)
  if (attempt.ok === 'anew')
    return forWorkspace(books.id, (tx) => moveOp(tx, op, { attempt: op.attempt + 1, error: null }))
  if (attempt.ok) return succeed(books, op, attempt.outcome, ticket)
  if (attempt.failure.kind !== 'unknown') return refused(books, op, attempt.failure)
  const { code, message } = attempt.failure
  await postponeOp(op, { code, message, step: op.step })
  return null
}

async function attemptOf(books: Books, op: Op): Promise<Attempt> {
  const { call, find } = STEP_WORK[op.step]
  const isOld = op.tries > 0 && Date.now() - op.createdAt.getTime() > KEY_TRUSTED_MS
  try {
    if (!isOld) return checked(op, await call(op, books))
  } catch (error) {
    const failure = failureOf(error)
    const isReplayed = failure.kind === 'unknown' && failure.answered && op.tries >= REPLAYS_MAX
    if (!isReplayed) return { ok: false, failure }
  }
  return sought(op, () => find(op, books))
}

async function sought(op: Op, find: () => Promise<Outcome | null>): Promise<Attempt> {
  try {
    const outcome = await find()
    if (outcome) return checked(op, outcome)
    // Whether a mail left is nothing to guess about twice; a person decides.
    return op.step === 'email' ? { ok: false, failure: MAYBE_EMAILED } : { ok: 'anew' }
  } catch (error) {
    return { ok: false, failure: failureOf(error) }
  }
}

const MAYBE_EMAILED: StripeFailure = {
  kind: 'definite',
  code: 'maybe_emailed',
  message: 'Stripe did not say whether it e-mailed this invoice. Ask your client, or send it again.',
}

// Nobody is billed an amount that nobody saw.
function checked(op: Op, outcome: Outcome): Attempt {
  const { totalMinor } = outcome
  if (totalMinor === undefined || totalMinor === billOf(op).totalMinor) return { ok: true, outcome }
  const [theirs, ours] = [totalMinor, billOf(op).totalMinor].map((minor) =>
    formatMoney(minor, billOf(op).currency, 'en', { symbol: 'code' }),
  )
  const message = `Stripe comes to ${theirs}, we to ${ours}. Nothing was sent; please tell us.`
  return { ok: false, failure: { kind: 'definite', code: 'total_mismatch', message } }
}

const NEXT: Record<Step, Step | null> = {
  catalog: 'customer',
  customer: 'create',
  create: 'lines',
  lines: 'finalize',
  finalize: 'email',
  email: null,
  discard: null,
}

function succeed(books: Books, op: Op, { results, invoice }: Outcome, ticket: number) {
  return forWorkspace(books.id, async (tx) => {
    if (op.step === 'customer' && results.customer) await keepCustomer(tx, op, results.customer)
    if (invoice) await writeMirror(tx, op.invoiceId, mirrorOf(invoice, books.timeZone), ticket)
    if (op.step === 'email') await writeSent(tx, op.invoiceId, new Date())
    if (op.step === 'discard') return moveOp(tx, op, { state: 'failed', error: op.error })
    const step = afterwards(op, results.customer, invoice?.status)
    return moveOp(tx, op, step ? { step, results, error: null } : { state: 'done', results, error: null })
  })
}

function afterwards({ step, kind }: Op, customer: string | undefined, status?: string | null): Step | null {
  if (step === 'catalog' && customer) return 'create'
  // Paid already: out of the client's credit balance, or by a client faster than our mail.
  if (step === 'finalize' && (kind === 'finalize' || status !== 'open')) return null
  return NEXT[step]
}

/** Stripe said no. What it holds of this send is taken back, so that the draft is a draft again. */
async function refused(books: Books, op: Op, failure: Exclude<StripeFailure, { kind: 'unknown' }>) {
  if (op.step === 'discard') return discarded(books, op, failure)
  if (op.step === 'email') return emailRefused(books, op, failure)
  return forWorkspace(books.id, async (tx) => {
    const { code, message } = failure
    const field = failure.kind === 'definite' ? failure.field : undefined
    const error = { code, message, field, step: op.step }
    if (code === 'client_gone') await forgetCustomer(tx, op)
    else if (op.results.catalog && op.step !== 'finalize') await forgetCatalog(tx, op.results.catalog)
    await tx.insert(activity).values({ subjectId: op.invoiceId, kind: 'send_failed', detail: { message } })
    return moveOp(tx, op, op.results.invoice ? { step: 'discard', error } : { state: 'failed', error })
  })
}

async function discarded(books: Books, op: Op, { code, message }: StripeFailure) {
  // It stays in the Stripe Dashboard as a draft that nobody is asked to pay.
  if (code !== 'resource_missing')
    logSurprise('a draft was left behind at Stripe', new Error(message), { op: op.id })
  return forWorkspace(books.id, (tx) => moveOp(tx, op, { state: 'failed', error: op.error }))
}

async function emailRefused(books: Books, op: Op, { code, message }: StripeFailure) {
  const { invoice } = op.results
  if (invoice) await syncInvoice(books, invoice)
  return forWorkspace(books.id, async (tx) => {
    await tx.insert(activity).values({ subjectId: op.invoiceId, kind: 'email_failed', detail: { message } })
    return moveOp(tx, op, { state: 'failed', error: { code, message, step: op.step } })
  })
}

async function keepCustomer(tx: WorkspaceTx, op: Op, stripeId: string) {
  await tx
    .update(clients)
    .set({ stripeId })
    .where(and(eq(clients.id, billOf(op).client.id), isNull(clients.stripeId)))
}

async function forgetCustomer(tx: WorkspaceTx, op: Op) {
  await tx
    .update(clients)
    .set({ stripeId: null })
    .where(eq(clients.id, billOf(op).client.id))
}
