import Stripe from 'stripe'
import { createEmulator, type Emulator, type EmulatorOptions } from '../emulator'

export const KEY = 'sk_test_emulator'

export interface Started {
  emulator: Emulator
  stripe: Stripe
}

/** Starts an emulator in memory, with the official SDK talking to it in this process. */
export async function start(options: Partial<EmulatorOptions> = {}): Promise<Started> {
  const emulator = await createEmulator({
    origin: 'http://localhost:9/emulator',
    retryDelaysMs: [5, 5],
    ...options,
  })
  return { emulator, stripe: clientOf(emulator) }
}

export function clientOf(emulator: Emulator, config: Partial<Stripe.StripeConfig> = {}, key = KEY): Stripe {
  return new Stripe(key, {
    httpClient: Stripe.createFetchHttpClient((input, init) => emulator.fetch(new Request(input, init))),
    maxNetworkRetries: 0,
    telemetry: false,
    ...config,
  })
}

/** Returns the error a call is refused with, as the SDK gives it. */
export async function refusal(
  call: Promise<unknown>,
): Promise<InstanceType<typeof Stripe.errors.StripeError>> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof Stripe.errors.StripeError) return error
  throw new Error('the call was not refused')
}

/** Types of all events so far, oldest first. */
export async function eventTypes(stripe: Stripe): Promise<string[]> {
  const events = await stripe.events.list({ limit: 100 })
  return events.data.map((event) => event.type).reverse()
}
