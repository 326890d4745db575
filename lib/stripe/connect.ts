import 'server-only'
import { sql } from 'drizzle-orm'
import Stripe from 'stripe'
import { createEmulator, type Emulator } from 'stripe-emulator'
import { sqlStore } from 'stripe-emulator/sql-store'
import { database } from '@/db/connection'
import type { Store } from '@/db/store'
import { env } from '@/lib/boot/env'
import { clock } from '@/lib/clock'

export const STRIPE_API_VERSION = '2026-10-28.endive'

/** Any test key opens the emulator; each has an account of its own there. */
const EMULATOR_KEY = 'sk_test_centwise'
const RETRIES = 1
const TIMEOUT_MS = 20_000
/** A start waits no longer for the time. */
const TIME_TIMEOUT_MS = 3_000

declare global {
  // On globalThis, because development reloads this module while the emulator goes on.
  var centwiseStripe: Stripe | undefined
  var centwiseEmulators: WeakMap<Store, Promise<Emulator>> | undefined
}

/** The one client of this process: real Stripe, a server that speaks like it, or the emulator inside. */
export function stripe(): Stripe {
  globalThis.centwiseStripe ??= connect()
  return globalThis.centwiseStripe
}

/** The emulator inside this process, or null when Stripe is elsewhere. It lives in, and with, the open database. */
export async function emulator(): Promise<Emulator | null> {
  if (env().stripeMode !== 'emulator') return null
  globalThis.centwiseEmulators ??= new WeakMap()
  const store = await database()
  const running = globalThis.centwiseEmulators.get(store) ?? startEmulator(store)
  globalThis.centwiseEmulators.set(store, running)
  return running
}

/** Asks the emulator inside this process, as a browser, curl and our own client do; null when Stripe is elsewhere. */
export async function askEmulator(request: Request): Promise<Response | null> {
  const inside = await emulator()
  if (!inside) return null
  const askedAt = clock.wall()
  const answer = await inside.fetch(request)
  clock.learn(answer.headers.get('date'), askedAt)
  return answer
}

/** Learns what time it is at Stripe: any answer tells, a refusal too. Without one the clock goes on as it did. */
export async function askTime(client = stripe()) {
  await client.balance.retrieve({}, { timeout: TIME_TIMEOUT_MS, maxNetworkRetries: 0 }).catch(() => undefined)
}

/** Whether money is real: an event of the other mode is not for us. */
export function isLiveKey() {
  return /^(sk|rk)_live_/.test(env().STRIPE_SECRET_KEY ?? '')
}

function connect() {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_BASE: base, stripeMode } = env()
  const settings = {
    apiVersion: STRIPE_API_VERSION,
    maxNetworkRetries: RETRIES,
    timeout: TIMEOUT_MS,
    telemetry: false,
  } as const
  if (stripeMode === 'emulator')
    return new Stripe(EMULATOR_KEY, { ...settings, httpClient: Stripe.createFetchHttpClient(fetchInside) })
  const httpClient = learningTime(Stripe.createNodeHttpClient())
  return new Stripe(key ?? EMULATOR_KEY, { ...settings, httpClient, ...(base && hostOf(base)) })
}

const fetchInside: typeof fetch = async (input, init) => {
  const answer = await askEmulator(new Request(input, init))
  if (!answer) throw new TypeError('There is no emulator in this process.')
  return answer
}

type HttpClient = NonNullable<Stripe.StripeConfig['httpClient']>

/** A client that tells our clock what time it is at Stripe, each time it hears from there. */
export function learningTime(client: HttpClient): HttpClient {
  return {
    getClientName: () => client.getClientName(),
    makeRequest: async (...request) => {
      const askedAt = clock.wall()
      const answer = await client.makeRequest(...request)
      clock.learn(answer.getHeaders().date, askedAt)
      return answer
    },
  }
}

function hostOf(base: string) {
  const { hostname, port, protocol } = new URL(base)
  return protocol === 'https:'
    ? ({ host: hostname, port: port || 443, protocol: 'https' } as const)
    : ({ host: hostname, port: port || 80, protocol: 'http' } as const)
}

function startEmulator({ db }: Store) {
  return createEmulator({
    origin: `${env().appUrl}/emulator`,
    store: sqlStore((text, params) => db.execute(statement(text, params))),
  })
}

// Drizzle numbers its own parameters, so `$1` becomes the value it stands for.
function statement(text: string, params: unknown[]) {
  return sql.join(
    text.split(/\$(\d+)/).map((part, i) => (i % 2 ? sql`${params[Number(part) - 1]}` : sql.raw(part))),
  )
}
