import type Stripe from 'stripe'
import type { Exchange } from './recorder'

/** The events a rule caused, for whoever shares the account causes events too. */
export class History {
  private readonly startedAt = Math.floor(Date.now() / 1000)

  constructor(
    private readonly stripe: Stripe,
    private readonly exchanges: Exchange[],
    private readonly isReal: boolean,
  ) {}

  /** Oldest first. The real Stripe writes them down a little later, so there we wait until no more come. */
  async events(): Promise<Stripe.Event[]> {
    if (!this.isReal) return this.read()
    let before = await this.read()
    for (let quiet = 0, reads = 0; quiet < 3 && reads < 40; reads++) {
      await new Promise((resolve) => setTimeout(resolve, 400))
      const now = await this.read()
      quiet = now.length === before.length ? quiet + 1 : 0
      before = now
    }
    return before
  }

  private async read(): Promise<Stripe.Event[]> {
    const since = this.isReal ? { created: { gte: this.startedAt - 5 } } : {}
    const all = await this.stripe.events.list({ limit: 100, ...since }).autoPagingToArray({ limit: 1000 })
    return all.filter((event) => !this.isReal || this.isOurs(event)).reverse()
  }

  private isOurs(event: Stripe.Event): boolean {
    const request = event.request?.id
    if (request) return this.exchanges.some((each) => each.requestId === request)
    const ours = new Set(this.exchanges.flatMap((each) => idsIn(each.body, ['id'])))
    return idsIn(event.data.object, ['id', 'customer', 'invoice', 'payment_intent']).some((id) =>
      ours.has(id),
    )
  }
}

function idsIn(body: unknown, keys: string[]): string[] {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([key, value]) =>
    keys.includes(key) && typeof value === 'string' ? [value] : [],
  )
}
