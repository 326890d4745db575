import { eq, sql } from 'drizzle-orm'
import type { Page } from 'playwright'
import { type Business, createBusiness } from '@/bench/support/business'
import { fillLedger } from '@/bench/support/ledger'
import { median, percentile } from '@/bench/support/load'
import { inside } from '@/bench/support/place'
import { type LocalStripe, signed } from '@/bench/support/stripe'
import { figureRow, type Row } from '@/bench/support/table'
import { openPage, untilShown, withBrowser } from '@/bench/support/watch'
import { inWorld } from '@/bench/support/world'
import { announce } from '@/db/notify'
import { invoices } from '@/db/schema/invoices'
import { forWorkspace } from '@/db/workspace'

const TIMES = 50

/** How long a change takes to the screen: from the commit of another process, and from an accepted webhook. */
export function live(): Promise<Row[]> {
  return inWorld(
    async (store) => {
      const made = { editor: await createBusiness(), billed: await createBusiness('own') }
      await fillLedger(store, made.editor.member, TIMES)
      return made
    },
    ({ ours, place, stripe, made: { editor, billed } }) =>
      withBrowser(async (browser) => {
        const rows: Row[] = []
        // PGlite has room for one process: there nobody else can commit.
        if (place.name === 'PostgreSQL') {
          const page = await follow(await openPage(browser, ours.origin, editor))
          rows.push(...rowsOf('commit to DOM', await inside(place, () => commits(page, editor)), 50))
        }
        const page = await openPage(browser, ours.origin, billed)
        return [...rows, ...rowsOf('webhook to DOM', await payments(page, stripe, ours.origin), 80)]
      }),
  )
}

function rowsOf(what: string, times: number[], goalMs: number): Row[] {
  return [
    figureRow(`P6 ${what}, median of ${times.length}`, median(times), null, 'ms', { atMost: goalMs }),
    figureRow(`P6 ${what}, p95`, percentile(times, 0.95), null, 'ms', { atMost: goalMs }),
  ]
}

/** Resolves once the page hears of changes: by then React is at work in it. */
async function follow(page: Page): Promise<Page> {
  await Promise.all([page.waitForResponse('**/api/live'), page.goto('/invoices')])
  return page
}

async function commits(page: Page, { member }: Business): Promise<number[]> {
  const { workspaceId } = member
  const [newest] = await forWorkspace(workspaceId, (tx) =>
    tx.select({ id: invoices.id }).from(invoices).orderBy(sql`id desc`).limit(1),
  )
  const id = newest?.id ?? ''
  const times: number[] = []
  for (let n = 1; n <= TIMES; n++) {
    const number = `COMMIT-${n}.`
    const commit = () =>
      forWorkspace(workspaceId, async (tx) => {
        await tx.update(invoices).set({ number, updatedAt: sql`now()` }).where(eq(invoices.id, id))
        await announce(tx, { workspaceId, topics: ['invoices'], invoiceIds: [id] })
      })
    times.push(await untilShown(page, [number, /./], commit))
  }
  return times
}

/** Invoices that are paid in Stripe one after the other; the clock starts when the app has accepted the event. */
async function payments(page: Page, stripe: LocalStripe, origin: string): Promise<number[]> {
  const customer = (await stripe.sdk.customers.create({ name: 'Client', email: 'client@example.com' })).id
  await follow(page)
  const times: number[] = []
  for (let n = 0; n < TIMES; n++) {
    const open = await openInvoice(stripe, customer)
    await untilShown(page, [open.number, /Open|Due/], () => post(stripe, 'invoice.finalized', origin))
    await stripe.sdk.invoices.pay(open.id, { paid_out_of_band: true })
    times.push(await untilShown(page, [open.number, /Paid/], () => post(stripe, 'invoice.paid', origin)))
  }
  return times
}

async function openInvoice({ sdk }: LocalStripe, customer: string) {
  const terms = { collection_method: 'send_invoice', days_until_due: 14 } as const
  const { id } = await sdk.invoices.create({ customer, ...terms })
  await sdk.invoices.addLines(id, { lines: [{ description: 'Work', amount: 1000 }] })
  const { number } = await sdk.invoices.finalizeInvoice(id)
  return { id, number: number ?? '' }
}

async function post({ sdk }: LocalStripe, type: string, origin: string) {
  const [event] = (await sdk.events.list({ type, limit: 1 })).data
  if (!event) throw new Error(`Stripe has no event ${type}.`)
  const response = await fetch(`${origin}/api/webhooks/stripe`, signed(event))
  if (!response.ok) throw new Error(`The webhook answered ${response.status}.`)
}
