import { once } from 'node:events'
import { serve } from '@hono/node-server'
import { createEmulator, type Emulator } from 'stripe-emulator'
import { freePort } from '@/scripts/launch/process'

/**
 * Where a request is held: `before` Stripe hears of it, for ever; `late`, until `release`; or `after` Stripe did it,
 * with the answer still to come.
 */
export type Cut = { step: string; when: 'before' | 'late' | 'after' }

/** A Stripe on a port of its own, which holds one request for every cut that is ordered. */
export class LocalStripe {
  readonly held: Cut[] = []
  private waiting: Cut[] = []
  private open = () => {}
  private readonly opened = new Promise<void>((resolve) => {
    this.open = resolve
  })

  private constructor(
    readonly emulator: Emulator,
    readonly origin: string,
    readonly close: () => Promise<void>,
  ) {}

  static async start(): Promise<LocalStripe> {
    const port = await freePort()
    const origin = `http://localhost:${port}`
    const emulator = await createEmulator({ origin, retryDelaysMs: [200, 1000] })
    const close = async () => {
      server.close()
      await emulator.close()
    }
    const stripe = new LocalStripe(emulator, origin, close)
    const server = serve({ fetch: (request) => stripe.answer(request), port, overrideGlobalObjects: false })
    await once(server, 'listening')
    return stripe
  }

  /** The variables of a server that takes this for Stripe. */
  get variables() {
    return { STRIPE_SECRET_KEY: KEY, STRIPE_API_BASE: this.origin }
  }

  order(cuts: Cut[]) {
    this.waiting.push(...cuts)
  }

  release() {
    this.open()
  }

  private async answer(request: Request): Promise<Response> {
    const cut = this.take(stepOf(request.headers.get('idempotency-key') ?? ''))
    if (cut?.when === 'before') return NEVER
    if (cut?.when === 'late') await this.opened
    const response = await this.emulator.fetch(request)
    return cut?.when === 'after' ? NEVER : response
  }

  private take(step: string | undefined): Cut | undefined {
    const cut = this.waiting.find((each) => each.step === step)
    if (!cut) return undefined
    this.waiting = this.waiting.filter((each) => each !== cut)
    this.held.push(cut)
    return cut
  }
}

export const KEY = 'sk_test_process'
const NEVER = new Promise<never>(() => {})

/** The app names the step in its idempotency keys. */
function stepOf(key: string): string | undefined {
  if (key.startsWith('client:')) return 'customer'
  return /^op:[^:]+:(\w+):/.exec(key)?.[1]
}
