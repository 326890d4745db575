import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import type { Books } from '@/lib/invoices/mirror/sync'
import type { SendOutcome } from '@/lib/invoices/view'
import type { Actor } from '@/lib/invoices/write/draft'
import { done, type Result } from '@/lib/result'
import { type Begun, beginSend, beginSendAgain, type SendRequest } from './begin'
import { type Op, readOp } from './op'
import { advanceOp } from './run'

const PATIENCE_MS = 2_000
const LOOK_EVERY_MS = 100

/** Bills a draft. Answers when the outcome is known, or after two seconds; the work goes on either way. */
export async function sendInvoice(
  actor: Actor,
  request: SendRequest,
  patienceMs = PATIENCE_MS,
): Promise<Result<SendOutcome>> {
  const begun = await beginSend(actor, request)
  return begun.ok ? settle(actor, begun.value, patienceMs) : begun
}

/** Has Stripe e-mail an open invoice once more. */
export async function sendAgain(actor: Actor, { id }: { id: string }): Promise<Result<SendOutcome>> {
  const begun = await beginSendAgain(actor, id)
  return begun.ok ? settle(actor, begun.value, PATIENCE_MS) : begun
}

export function booksOf({ workspace }: Actor): Books {
  return { id: workspace.id, stripeAccount: workspace.stripeAccount, timeZone: workspace.timeZone }
}

async function settle(actor: Actor, { op, isNew }: Begun, patienceMs: number): Promise<Result<SendOutcome>> {
  const enough = new AbortController()
  const work = isNew ? advanceOp(booksOf(actor), op) : watchOp(op, enough.signal)
  await Promise.race([work, wait(patienceMs, undefined, { signal: enough.signal })])
  enough.abort()
  return outcomeOf(await readOp(op))
}

/** Resolves when somebody else's op is over. */
async function watchOp(op: Op, signal: AbortSignal) {
  while (!signal.aborted && (await readOp(op)).state === 'open') await wait(LOOK_EVERY_MS)
}

function outcomeOf({ state, step, error }: Op): Result<SendOutcome> {
  if (state !== 'failed' || !error) return done({ state: state === 'open' ? 'open' : 'done', step })
  if (error.step === 'email') return done({ state: 'not_emailed', step })
  const { code, message, field } = error
  return { ok: false, code, message, field }
}
