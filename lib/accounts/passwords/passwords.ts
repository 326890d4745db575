import 'server-only'
import { hash, type Options, parseOptions, verify } from '@node-rs/argon2'
import { done, type Refusal, type Result, refuse } from '@/lib/result'
import { Turnstile } from './turnstile'

/** argon2id (the package's default) at OWASP's minimum: about 10 ms and 19 MiB a password. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options

/** Verified when there is no such account, so that the answer costs and takes the same. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

// Four is as many as Node has threads for this; more at once would only take memory.
export const passwordWork = new Turnstile(4, 32)

const BUSY: Refusal = refuse('busy', 'Many people are signing in right now. Try again in a few seconds.')

export async function hashPassword(password: string): Promise<Result<string>> {
  const turn = await passwordWork.pass(() => hash(password, COST))
  return turn ? done(turn.done) : BUSY
}

/** Whether the password is the one behind `stored`; with null the same work is done for a certain no. */
export async function verifyPassword(stored: string | null, password: string): Promise<Result<boolean>> {
  const turn = await passwordWork.pass(() => verify(stored ?? NOBODYS_HASH, password))
  return turn ? done(turn.done && stored !== null) : BUSY
}

/** True when a hash was made at another cost than today's. */
export function isOutdated(stored: string) {
  const made = parseOptions(stored)
  return (
    made.memoryCost !== COST.memoryCost ||
    made.timeCost !== COST.timeCost ||
    made.parallelism !== COST.parallelism
  )
}
