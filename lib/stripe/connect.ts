import 'server-only'
import { sql } from 'drizzle-orm'
import Stripe from 'stripe'
import { createEmulator, type Emulator } from 'stripe-emulator'
import { sqlStore } from 'stripe-emulator/sql-store'
import { database } from '@/db/connection'
import type { Store } from '@/db/store'
import { env } from '@/lib/boot/env'

export const STRIPE_API_VERSION = '2026-10-28.endive'

/** Any test key opens the emulator; each has an account of its own there. */
const EMULATOR_KEY = 'sk_test_centwise'
const RETRIES = 1
const TIMEOUT_MS = 20_000

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
    return new Stripe(EMULATOR_KEY, { ...settings, httpClient: Stripe.createFetchHttpClient(askEmulator) })
  return new Stripe(key ?? EMULATOR_KEY, { ...settings, ...(base && hostOf(base)) })
}

const askEmulator: typeof fetch = async (input, init) => {
  const inside = await emulator()
  if (!inside) throw new TypeError('There is no emulator in this process.')
  return inside.fetch(new Request(input, init))
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
