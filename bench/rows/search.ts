import type { Page } from 'playwright'
import { createBusiness } from '@/bench/support/business'
import { fillLedger } from '@/bench/support/ledger'
import { median, percentile } from '@/bench/support/load'
import { figureRow, type Row } from '@/bench/support/table'
import { openPage, withBrowser } from '@/bench/support/watch'
import { inWorld } from '@/bench/support/world'

const INVOICES = 100_000
const SEARCHES = 20
const GOAL = { atMost: 200 }

/** From the last key of a search to the rows that were searched for, in a browser; the pause for more keys is in it. */
export function search(): Promise<Row[]> {
  return inWorld(
    async (store) => {
      const business = await createBusiness()
      await fillLedger(store, business.member, INVOICES)
      return business
    },
    ({ ours, made }) =>
      withBrowser(async (browser) => {
        const times = await searches(await openPage(browser, ours.origin, made))
        const what = `P7 last key to search result, ${INVOICES} invoices`
        return [
          figureRow(`${what}, median of ${SEARCHES}`, median(times), null, 'ms', GOAL),
          figureRow(`${what}, p95`, percentile(times, 0.95), null, 'ms', GOAL),
        ]
      }),
  )
}

async function searches(page: Page): Promise<number[]> {
  await Promise.all([page.waitForResponse('**/api/live'), page.goto('/invoices')])
  const field = page.getByRole('searchbox')
  const times: number[] = []
  // One more than counts: the first draws from colder caches than anyone meets twice.
  for (let n = 0; n <= SEARCHES; n++) {
    const word = `client ${100 + n}`
    await field.focus()
    await page.evaluate(watch(word))
    await field.pressSequentially(word)
    times.push(Number(await page.evaluate('window.foundAfter')))
    await field.fill('')
    await page.waitForURL('**/invoices')
  }
  return times.slice(1)
}

/** Promises the milliseconds from the latest key to the moment when every row has the word. As text: see `untilShown`. */
function watch(word: string) {
  return `window.foundAfter = new Promise((resolve) => {
    let pressedAt = 0
    const onKey = () => { pressedAt = performance.now() }
    const isFound = () => {
      const rows = [...document.querySelectorAll('tbody tr')]
      return rows.length > 0 && rows.every((row) => row.textContent.toLowerCase().includes('${word}'))
    }
    const observer = new MutationObserver(() => {
      if (!isFound()) return
      observer.disconnect()
      removeEventListener('keydown', onKey, true)
      resolve(performance.now() - pressedAt)
    })
    addEventListener('keydown', onKey, true)
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  }); undefined`
}
