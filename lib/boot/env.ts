import 'server-only'
import { z } from 'zod'
import { contradictionsIn } from './env-rules'

const WEBHOOK_SECRETS_MAX = 3

const flag = z.stringbool('must be 1 or 0').default(false)

const secretKey = z
  .string()
  .regex(/^(sk|rk)_(test|live)_\S+$/, 'must be a secret or restricted key of Stripe')

const webhookSecrets = z
  .string()
  .transform((text) => text.split(',').map((secret) => secret.trim()))
  .pipe(
    z
      .array(
        z
          .string()
          .regex(
            /^whsec_\S+$/,
            'must be a whsec_… secret, never blank: leave the variable out to do without',
          ),
      )
      .max(WEBHOOK_SECRETS_MAX, `may list ${WEBHOOK_SECRETS_MAX} secrets at most`),
  )

const variables = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
  STRIPE_SECRET_KEY: secretKey.optional(),
  STRIPE_WEBHOOK_SECRET: webhookSecrets.default([]),
  STRIPE_API_BASE: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .optional(),
  STRIPE_CONNECT: flag,
  STRIPE_EMULATOR: flag,
  CENTWISE_DATA_DIR: z.string().default('.data'),
  APP_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
  NEXTAUTH_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
})

export type Env = z.infer<typeof variables> & { stripeMode: 'emulator' | 'remote'; appUrl: string }

let parsed: Env | undefined

/** What the operator set, checked. The first call settles it. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/** @throws with one sentence a line for all that is wrong, naming no value: a value may be a secret */
export function parseEnv(given: Record<string, string | undefined>): Env {
  const result = variables.safeParse(withoutEmpty(given))
  if (!result.success)
    throw new Error(
      result.error.issues.map(({ path, message }) => `${path[0]?.toString()}: ${message}.`).join('\n'),
    )

  const found = result.data
  const contradictions = contradictionsIn(found)
  if (contradictions.length > 0) throw new Error(contradictions.join('\n'))
  const elsewhere = found.STRIPE_SECRET_KEY && !found.STRIPE_EMULATOR
  return {
    ...found,
    stripeMode: elsewhere ? 'remote' : 'emulator',
    appUrl: found.APP_URL ? new URL(found.APP_URL).origin : `http://localhost:${found.PORT}`,
  }
}

/** `NAME=` in a file means "not set", but a blank webhook secret is a mistake worth a refusal. */
function withoutEmpty(given: Record<string, string | undefined>) {
  const isSet = ([name, value]: [string, string | undefined]) =>
    value?.trim() || name === 'STRIPE_WEBHOOK_SECRET'
  return Object.fromEntries(Object.entries(given).filter(isSet))
}
