import 'server-only'
import type { Route } from 'next'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { SignedInUser } from '@/lib/accounts/member'
import { signedInUser } from '@/lib/accounts/session/auth'
import { countUse, type Limit } from '@/lib/http/rate-limit'
import type { RequestFacts } from '@/lib/http/request'
import { paths } from '@/lib/paths'
import { type Result, refuse } from '@/lib/result'
import { answer, NOT_FROM_HERE, parse, SIGNED_OUT, tooOften } from './action'
import { type FormState, formStart } from './form-state'

type Options = {
  name: string
  /** How often people on one network may. */
  limit?: Limit
}

/** Fields that are never sent back to the page. */
const SECRETS: readonly string[] = ['password']

/**
 * Makes the action of a form that anybody may send, such as sign-in. It takes FormData, so that it works before
 * hydration and without script. Success goes to another page; a refusal brings back what was typed.
 */
export function publicForm<S extends z.ZodType>(
  schema: S,
  { name, limit }: Options,
  run: (input: z.output<S>, request: RequestFacts) => Promise<Result<Route>>,
) {
  return formAction(name, async (fields, request) => {
    const input = parse(schema, fields)
    if (!input.ok) return input
    const counted = limit && request.network
    const waitSeconds = counted ? await countUse(`${name}:${request.network}`, limit) : 0
    return waitSeconds > 0 ? tooOften(waitSeconds) : run(input.value, request)
  })
}

/** The same for whoever is signed in, with a business or without. */
export function userForm<S extends z.ZodType>(
  schema: S,
  { name }: Options,
  run: (user: SignedInUser, input: z.output<S>) => Promise<Result<Route>>,
) {
  return formAction(name, async (fields) => {
    const user = await signedInUser()
    if (!user) return SIGNED_OUT
    const input = parse(schema, fields)
    return input.ok ? run(user, input.value) : input
  })
}

/** Turns such an action into that of a lone button: a refusal has no form to be shown in, so it is an error page. */
export function asButton(press: (before: FormState, form: FormData) => Promise<FormState>) {
  return async (form: FormData): Promise<void> => {
    const { refusal } = await press(formStart(), form)
    if (refusal?.code === SIGNED_OUT.code) redirect(paths.signIn)
    if (refusal) throw new Error(refusal.message)
  }
}

type Steps = (fields: Record<string, string>, request: RequestFacts) => Promise<Result<Route>>

function formAction(name: string, steps: Steps) {
  return async (_before: FormState, form: FormData): Promise<FormState> => {
    const fields = textFields(form)
    const result = await answer(name, async (request) => {
      if (!request.sameOrigin) return NOT_FROM_HERE
      return fields ? steps(fields, request) : refuse('invalid', 'This form was sent in a way it cannot be.')
    })
    if (result.ok) redirect(result.value)
    const shown = Object.entries(fields ?? {}).filter(([field]) => !SECRETS.includes(field))
    return { values: Object.fromEntries(shown), refusal: result }
  }
}

/** The fields as text; null when one comes twice or is a file, as no form of ours sends either. */
export function textFields(form: FormData): Record<string, string> | null {
  const entries = [...form].filter(([field]) => !field.startsWith('$ACTION_'))
  const fields = new Map<string, string>()
  for (const [field, value] of entries) {
    if (typeof value !== 'string' || fields.has(field)) return null
    fields.set(field, value)
  }
  return Object.fromEntries(fields)
}
