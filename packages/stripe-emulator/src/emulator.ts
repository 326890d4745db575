import { Hono } from 'hono'
import type { Admin } from './admin/admin'
import { createAdmin } from './admin/create-admin'
import { type ApiCall, api } from './api/api'
import { forgetOldKeys, InFlight } from './api/idempotency'
import { Automation } from './automation/automation'
import { clockOffset } from './automation/clock-offset'
import { DeliveryQueue } from './events/delivery/queue'
import { FaultInjector } from './faults/injector'
import { Commits } from './state/commits'
import { Database } from './state/database'
import { Saver } from './state/store/saver'
import type { Store } from './state/store/store'
import { web } from './web/web'

export interface EmulatorOptions {
  /** Where state outlives the process; memory only when left out. */
  store?: Store
  /** Where a browser reaches the pages, e.g. `http://localhost:3000/emulator`. */
  origin: string
  /** Unix seconds. */
  now?: () => number
  /** How long to wait before each retry of a failed delivery. */
  retryDelaysMs?: readonly number[]
  /** Added to every API call. */
  latencyMs?: number
}

export interface Emulator {
  /** The API under `/v1` and the pages under `/`. */
  fetch(request: Request): Promise<Response>
  admin: Admin
  /** Resolves when everything that is due has happened, and every delivery that is due has been attempted. */
  settled(): Promise<void>
  close(): Promise<void>
  /** The latest API calls, oldest first; ten thousand at most. */
  calls: ApiCall[]
}

const NOWHERE: Store = { load: async function* () {}, commit: async () => undefined }
const RETRY_DELAYS_MS = [1000, 5000, 30_000, 300_000, 3_600_000]

/** Makes a local Stripe. It reads its store once, keeps all state in memory and writes every change through. */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const realNow = options.now ?? (() => Math.floor(Date.now() / 1000))
  const store = options.store ?? NOWHERE
  const database = new Database()
  for await (const row of store.load()) database.restore(row)
  const now = () => realNow() + clockOffset(database)
  const saver = new Saver(store)
  await saver.save(forgetOldKeys(database, now()))
  const faults = new FaultInjector()
  const retryDelaysMs = options.retryDelaysMs ?? RETRY_DELAYS_MS
  const deliveries = new DeliveryQueue({ database, saver, faults, retryDelaysMs, now })
  const runtime = { database, commits: new Commits(saver), origin: options.origin, now }
  const automation = new Automation(runtime)
  runtime.commits.onCommit((rows) => deliveries.enqueue(rows))
  runtime.commits.onCommit((rows) => automation.reschedule(rows))
  const admin = createAdmin({ ...runtime, automation, deliveries, faults })
  const engine = { ...runtime, faults, inFlight: new InFlight(), latencyMs: options.latencyMs ?? 0 }
  const calls: ApiCall[] = []
  const app = new Hono()
  // A broken connection is thrown on purpose and must reach the caller as it is.
  app.onError((error) => {
    throw error
  })
  app.use(async (context, next) => {
    await next()
    context.header('date', new Date(now() * 1000).toUTCString())
  })
  app.route('/', api(engine, calls))
  app.route('/', web(admin))
  deliveries.resume()
  automation.resume()
  return {
    fetch: async (request) => app.fetch(request),
    admin,
    calls,
    settled: async () => {
      await automation.settled()
      await deliveries.settled()
    },
    close: async () => {
      await automation.close()
      await deliveries.close()
    },
  }
}
