import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { can, type Permission } from '@/lib/access'
import type { Member } from '@/lib/accounts/member'
import { currentMember } from '@/lib/accounts/session/auth'
import { countUse, type Limit } from '@/lib/http/rate-limit'
import { type RequestFacts, requestFacts } from '@/lib/http/request'
import { isModestData } from '@/lib/http/untrusted'
import { issuesOf } from '@/lib/issues'
import { logSurprise } from '@/lib/log'
import { type Refusal, type Result, refuse } from '@/lib/result'

export type ActionOptions = {
  /** What a member must be allowed to do; it also names the action in the log and in its limit. */
  permission: Permission
  /** How often one person may; generous when not given. */
  limit?: Limit
}

const LIMIT: Limit = { count: 240, perSeconds: 60 }

/**
 * Makes a server action: it asks whether the call came from our own page, who calls, whether their role may, whether
 * the input is what the schema says, and whether it is too often; only then does `run` get to work. Refusals come
 * back as values. A surprise is logged and comes back as `unexpected` with its request id: thrown, it would replace
 * the form by an error page, and take what was typed with it.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  { permission, limit = LIMIT }: ActionOptions,
  run: (member: Member, input: z.output<S>) => Promise<Result<T>>,
) {
  return (input: z.input<S>): Promise<Result<T>> =>
    answer(permission, async (request) => {
      if (!request.sameOrigin) return NOT_FROM_HERE
      const member = await currentMember()
      if (!member) return SIGNED_OUT
      if (!can(member, permission)) return NOT_ALLOWED
      const parsed = parse(schema, input)
      if (!parsed.ok) return parsed
      const waitSeconds = await countUse(`${permission}:${member.userId}`, limit)
      return waitSeconds > 0 ? tooOften(waitSeconds) : run(member, parsed.value)
    })
}

/** Runs the steps of one action; whatever they throw, but for Next's own signals, becomes `unexpected`. */
export async function answer<T>(
  name: string,
  steps: (request: RequestFacts) => Promise<Result<T>>,
): Promise<Result<T>> {
  const request = await requestFacts()
  try {
    const result = await steps(request)
    return result.ok ? result : { ...result, requestId: request.id }
  } catch (error) {
    unstable_rethrow(error)
    logSurprise('action failed', error, { action: name, requestId: request.id })
    const message = `Something went wrong on our side; nothing you typed is lost. Try again, or tell us ${request.id}.`
    return refuse('unexpected', message, { requestId: request.id })
  }
}

/** The input as the schema understands it, or every issue with the path of its field. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  if (!isModestData(input)) return refuse('invalid', 'This is more than the form can send.')
  const parsed = schema.safeParse(input)
  if (parsed.success) return { ok: true, value: parsed.data }
  const issues = issuesOf(parsed.error)
  const [first] = issues
  return refuse(first?.code ?? 'invalid', first?.message ?? 'Check what you entered.', {
    field: first?.field,
    issues,
  })
}

export const NOT_FROM_HERE: Refusal = refuse(
  'not_from_here',
  'This did not come from a page of Centwise. Reload it.',
)
export const SIGNED_OUT: Refusal = refuse(
  'signed_out',
  'You are signed out. Sign in again; what you typed stays here.',
)
const NOT_ALLOWED: Refusal = refuse('not_allowed', 'Your role in this business does not allow this.')

export function tooOften(waitSeconds: number): Refusal {
  return refuse('too_often', `That was often. Try again in ${waitSeconds} seconds.`)
}
