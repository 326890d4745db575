import 'server-only'
import { z } from 'zod'
import { cleanText } from '@/lib/text/plain-text'

/**
 * What a failed call to Stripe means. `definite`: Stripe said no and did nothing. `unknown`: it may or may not have
 * happened; ask again with the same key. `bug`: our own doing, which asking again cannot cure.
 */
export type StripeFailure =
  | { kind: 'definite'; code: string; message: string; field?: string }
  /** `answered`: Stripe said that it failed, and will say so again to the same key. */
  | { kind: 'unknown'; code: string; message: string; answered: boolean }
  | { kind: 'bug'; code: string; message: string }

const UNREACHABLE = 'Stripe could not be reached. Nothing is lost; we keep trying.'

/**
 * An error of Stripe's library, known by its shape: a build holds several copies of the library, and what one copy
 * throws is no instance of another's class.
 */
const errorSchema = z.object({
  type: z.string().startsWith('Stripe'),
  message: z.string(),
  statusCode: z.number().optional(),
  code: z.string().optional(),
  param: z.string().optional(),
})
type StripeError = z.infer<typeof errorSchema>

/** Throws what did not come from Stripe. */
export function failureOf(error: unknown): StripeFailure {
  const theirs = errorSchema.safeParse(error).data
  if (!theirs) throw error
  const { type, message } = theirs
  if (type === 'StripeIdempotencyError') return { kind: 'bug', code: 'idempotency_error', message }
  if (isUnknown(theirs)) return unknownOf(theirs)
  if (type === 'StripeAuthenticationError' || type === 'StripePermissionError') return DISCONNECTED
  return definiteOf(theirs)
}

/** True when Stripe takes no call of ours on this account any more, reading included. */
export function isDisconnected({ code }: StripeFailure) {
  return code === DISCONNECTED.code
}

/** Stripe's code of an error; undefined when it has none, or is not Stripe's. */
export function codeOf(error: unknown) {
  return errorSchema.safeParse(error).data?.code
}

/** True when Stripe has no such object, or has it no longer. */
export function isMissing(error: unknown) {
  return codeOf(error) === 'resource_missing'
}

// No status: the answer never came. 409 and 429: it did not run, or runs at this moment. 5xx: Stripe does not know.
function isUnknown({ statusCode }: StripeError) {
  return statusCode === undefined || statusCode === 409 || statusCode === 429 || statusCode >= 500
}

function unknownOf({ code, type, statusCode = 0 }: StripeError): StripeFailure {
  return { kind: 'unknown', code: code ?? type, message: UNREACHABLE, answered: statusCode >= 500 }
}

const DISCONNECTED: StripeFailure = {
  kind: 'definite',
  code: 'stripe_disconnected',
  message: 'Stripe no longer accepts our access to your account. Connect it again; your draft is kept.',
}

function definiteOf(error: StripeError): StripeFailure {
  const code = error.code ?? 'stripe_refused'
  const known = KNOWN.find((row) => row.when(error))
  // It may quote what was sent, and is kept in a database that cannot hold everything.
  const message = cleanText(`Stripe refused: ${error.message}`.replace(/\p{Cs}/gu, ''))
  return { kind: 'definite', code, message, ...known?.answer }
}

type Known = {
  when: (error: StripeError) => boolean
  answer: { code: string; message: string; field?: string }
}

const KNOWN: Known[] = [
  {
    when: ({ param, code }) => param === 'customer' && code === 'resource_missing',
    answer: {
      code: 'client_gone',
      message: 'This client was deleted in Stripe. Send again and we add them there anew.',
      field: 'clientId',
    },
  },
  {
    when: ({ message }) => /email/i.test(message),
    answer: {
      code: 'client_email_required',
      message: 'Stripe needs an e-mail address to which it can send this invoice.',
      field: 'clientId',
    },
  },
  {
    when: ({ param }) => param?.startsWith('due_date') ?? false,
    answer: { code: 'due_in_past', message: 'Choose a due date in the future.', field: 'terms.date' },
  },
  {
    when: ({ param }) => param === 'currency',
    answer: {
      code: 'currency_refused',
      message: 'Stripe does not take this currency on your account.',
      field: 'currency',
    },
  },
  {
    when: ({ message }) => /cannot be sent right now/i.test(message),
    answer: {
      code: 'not_emailed',
      message: 'Stripe did not e-mail this invoice. Hand over its link, or send it again later.',
    },
  },
]
