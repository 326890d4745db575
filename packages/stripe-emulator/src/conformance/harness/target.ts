import { afterAll } from 'vitest'
import { type Started, start } from '../../testing/start'
import type { Send } from './recorder'

/** A Stripe that rules run against. */
export interface Target {
  isReal: boolean
  key: string
  send: Send
}

const MAX_TRIES = 6

let started: Promise<Started> | undefined
let accounts = 0

// Files may share this module; whoever comes after the emulator was closed starts another.
afterAll(async () => {
  const ending = started
  started = undefined
  await (await ending)?.emulator.close()
})

/** Makes one emulator for a file of rules, with a key, and so an account, of its own for each rule. */
export async function emulatorTarget(): Promise<Target> {
  started ??= start()
  const { emulator } = await started
  accounts += 1
  return { isReal: false, key: `sk_test_rule${accounts}`, send: (request) => emulator.fetch(request) }
}

/** Returns the real Stripe, in test mode; only when a test key was given on purpose. */
export function realTarget(): Target | undefined {
  const key = process.env.STRIPE_TEST_KEY
  if (!key) return undefined
  if (!key.startsWith('sk_test_')) throw new Error('STRIPE_TEST_KEY must start with sk_test_')
  return { isReal: true, key, send: patiently }
}

/** Calls again when Stripe says we call too fast; any other answer stands. */
async function patiently(request: Request): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(request.clone())
    if (response.status !== 429 || tries === MAX_TRIES) return response
    await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** tries))
  }
}
