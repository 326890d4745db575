import Stripe from 'stripe'
import { vi } from 'vitest'
import { CONSULTING } from '../../testing/bill'
import { refusal } from '../../testing/start'
import { History } from './history'
import type { Recorder } from './recorder'
import type { Target } from './target'

type Lines = Stripe.InvoiceAddLinesParams.Line[]
type InvoiceTerms = Partial<Stripe.InvoiceCreateParams>

/** An answer to a call made by hand. */
export interface Reply {
  status: number
  headers: Headers
  body: Record<string, unknown>
  text: string
}

interface Init {
  method?: string
  body?: string
  /** Beside the key and the version; null leaves one of those out. */
  headers?: Record<string, string | null>
}

/** What a rule has to work with. The account behind it holds nothing that another rule made. */
export interface World {
  stripe: Stripe
  key: string
  /** A call the SDK cannot make: spellings of parameters, headers, keys. */
  api(path: string, init?: Init): Promise<Reply>
  customer(more?: Stripe.CustomerCreateParams): Promise<Stripe.Customer>
  /** A draft to be sent, for a customer of its own unless one is given: 2 × 1500 usd unless lines are given. */
  draft(lines?: Lines, more?: InvoiceTerms): Promise<Stripe.Invoice>
  /** The same, finalized. */
  open(lines?: Lines, more?: InvoiceTerms): Promise<Stripe.Invoice>
  /** The error a call is refused with; fails when it is not refused. */
  refusal: typeof refusal
  /** All events, oldest first. */
  events(): Promise<Stripe.Event[]>
  /** The events of one object, oldest first. */
  eventsOf(id: string): Promise<Stripe.Event[]>
  /** Types of all events, oldest first; only those after the event `since`, when one is named. */
  eventTypes(since?: string): Promise<string[]>
  /** The events a piece of work causes, oldest first. */
  eventsDuring(work: () => Promise<unknown>): Promise<Stripe.Event[]>
  /** A test clock; `frozenTime` in unix seconds, now when left out. */
  clock(frozenTime?: number): Promise<Stripe.TestHelpers.TestClock>
  /** Moves a test clock to a time in unix seconds, and waits until everything until then has happened. */
  advance(clock: { id: string }, to: number): Promise<Stripe.TestHelpers.TestClock>
  /** Asks again until the check no longer throws: much of the real Stripe happens a little later. */
  eventually<T>(check: () => T | Promise<T>): Promise<T>
}

/** Makes the world of one rule, over one Stripe. */
export function worldOf({ key, isReal }: Target, recorder: Recorder): World {
  const stripe = clientOver(recorder, key)
  const history = new History(clientOver(recorder.aside(), key), recorder.exchanges, isReal)
  const patience = isReal ? { timeout: 90_000, interval: 1000 } : { timeout: 20_000, interval: 5 }
  const eventually: World['eventually'] = (check) => vi.waitFor(async () => check(), patience)
  const customer: World['customer'] = (more = {}) =>
    stripe.customers.create({ name: 'Ada Lovelace', email: 'ada@example.com', ...more })
  const draft: World['draft'] = async (lines = CONSULTING, more = {}) => {
    const terms = { collection_method: 'send_invoice', days_until_due: 30, currency: 'usd', ...more } as const
    const owner = terms.customer ?? (await customer()).id
    const invoice = await stripe.invoices.create({ ...terms, customer: owner })
    return lines.length > 0 ? stripe.invoices.addLines(invoice.id, { lines }) : invoice
  }
  return {
    stripe,
    key,
    refusal,
    customer,
    draft,
    eventually,
    open: async (...given) => stripe.invoices.finalizeInvoice((await draft(...given)).id),
    api: async (path, { method = 'GET', body, headers = {} } = {}) => {
      const own = { authorization: `Bearer ${key}`, 'stripe-version': stripe.getApiField('version') }
      const sent = { ...own, 'content-type': 'application/x-www-form-urlencoded', ...headers }
      const request = new Request(`https://api.stripe.com${path}`, {
        method,
        headers: Object.entries(sent).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
        ...(body === undefined ? {} : { body }),
      })
      const response = await recorder.fetch(request)
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: JSON.parse(text), text }
    },
    events: () => history.events(),
    eventsOf: async (id) =>
      (await history.events()).filter(({ data }) => 'id' in data.object && data.object.id === id),
    eventTypes: async (since) => typesAfter(await history.events(), since),
    eventsDuring: async (work) => {
      const before = new Set((await history.events()).map((event) => event.id))
      await work()
      return (await history.events()).filter((event) => !before.has(event.id))
    },
    clock: (frozenTime = Math.floor(Date.now() / 1000)) =>
      stripe.testHelpers.testClocks.create({ frozen_time: frozenTime }),
    advance: async ({ id }, to) => {
      await stripe.testHelpers.testClocks.advance(id, { frozen_time: to })
      return eventually(() => readyClock(stripe, id))
    },
  }
}

function clientOver(recorder: Recorder, key: string): Stripe {
  return new Stripe(key, {
    httpClient: Stripe.createFetchHttpClient((input, init) => recorder.fetch(new Request(input, init))),
    maxNetworkRetries: 0,
    telemetry: false,
  })
}

function typesAfter(events: Stripe.Event[], since: string | undefined): string[] {
  const from = since === undefined ? 0 : events.findIndex((event) => event.id === since) + 1
  return events.slice(from).map((event) => event.type)
}

async function readyClock(stripe: Stripe, id: string): Promise<Stripe.TestHelpers.TestClock> {
  const clock = await stripe.testHelpers.testClocks.retrieve(id)
  if (clock.status !== 'ready') throw new Error(`the test clock is ${clock.status}`)
  return clock
}
