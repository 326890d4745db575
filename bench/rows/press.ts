import type { Page } from 'playwright'
import { createBusiness } from '@/bench/support/business'
import { createBenchClient, createDraft } from '@/bench/support/drafts'
import { median, percentile } from '@/bench/support/load'
import { figureRow, type Row } from '@/bench/support/table'
import { openPage, untilShown, withBrowser } from '@/bench/support/watch'
import { inWorld } from '@/bench/support/world'

const SENDS = 20
const GOAL = { atMost: 150 }

/** From the press on Send to a row that is no draft any more, in the list of another tab; Stripe answers at once. */
export function press(): Promise<Row[]> {
  return inWorld(
    async () => {
      const business = await createBusiness('own')
      const drafts: { id: string; client: string }[] = []
      for (let n = 0; n <= SENDS; n++) {
        const client = `Client ${n}.`
        const clientId = await createBenchClient(business.member, `client-${n}@example.com`, client)
        drafts.push({ client, ...(await createDraft(business.member, clientId, 3)) })
      }
      return { business, drafts }
    },
    ({ ours, made: { business, drafts } }) =>
      withBrowser(async (browser) => {
        const list = await openPage(browser, ours.origin, business)
        await Promise.all([list.waitForResponse('**/api/live'), list.goto('/invoices')])
        const review = await list.context().newPage()
        const times: number[] = []
        for (const { id, client } of drafts) times.push(await pressSend(review, list, id, client))
        // The first makes the tax rate at Stripe.
        const counted = times.slice(1)
        return [
          figureRow(`P8 send pressed to row, median of ${SENDS}`, median(counted), null, 'ms', GOAL),
          figureRow('P8 send pressed to row, p95', percentile(counted, 0.95), null, 'ms', GOAL),
        ]
      }),
  )
}

async function pressSend(review: Page, list: Page, id: string, client: string) {
  await review.goto(`/invoices/${id}/review`)
  // By then React is at work in it, so that the press is heard.
  await review.getByText('Live', { exact: true }).waitFor({ state: 'attached' })
  await review.evaluate(
    `addEventListener('click', () => { window.pressedAt = Date.now() }, { capture: true, once: true })`,
  )
  const ms = await untilShown(list, [client, /Sending|Open|Due/], async () => {
    await review.getByRole('button', { name: 'Send invoice' }).click()
    return Number(await review.evaluate('window.pressedAt'))
  })
  await review.getByRole('heading', { name: 'Sent' }).waitFor()
  return ms
}
