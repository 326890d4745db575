import 'server-only'
import type { Actor } from '@/lib/accounts/member'
import type { SendOutcome } from '@/lib/invoices/view'
import type { Operation } from '@/lib/operations/definition'
import { settle } from '@/lib/operations/settle'
import { done, type Result, refuse } from '@/lib/result'
import { beginSend, beginSendAgain, type SendRequest } from './begin'
import { finalizeDefinition, sendAgainDefinition, sendDefinition } from './definitions'

/** Bills a draft. Answers when the outcome is known, or after two seconds; the work goes on either way. */
export async function sendInvoice(
  actor: Actor,
  request: SendRequest,
  patienceMs?: number,
): Promise<Result<SendOutcome>> {
  const begun = await beginSend(actor, request)
  if (!begun.ok) return begun
  const definition = request.kind === 'send' ? sendDefinition : finalizeDefinition
  return outcomeOf(await settle(definition, actor.workspace, begun.value, patienceMs))
}

/** Has Stripe e-mail an open invoice once more. */
export async function sendAgain(actor: Actor, { id }: { id: string }): Promise<Result<SendOutcome>> {
  const begun = await beginSendAgain(actor, id)
  return begun.ok ? outcomeOf(await settle(sendAgainDefinition, actor.workspace, begun.value)) : begun
}

function outcomeOf({ state, step, error }: Operation): Result<SendOutcome> {
  if (state !== 'failed' || !error) return done({ state: state === 'open' ? 'open' : 'done', step })
  if (error.step === 'email') return done({ state: 'not_emailed', step })
  const { code, message, field } = error
  return refuse(code, message, { field })
}
