import type { Browser, Page } from 'playwright'
import { chromium } from 'playwright'
import { launchOptions } from '@/scripts/browser.mjs'
import type { Business } from './business'

const PATIENCE_MS = 30_000

export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(launchOptions())
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

/** A page of somebody who is signed in, with nothing in its cache. */
export async function openPage(browser: Browser, origin: string, business?: Business): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin })
  const [name = '', value = ''] = business?.cookie.split('=') ?? []
  if (business) await context.addCookies([{ name, value, url: origin }])
  return context.newPage()
}

/**
 * How many milliseconds after the moment that `act` tells, or else after it resolved, a row of the table held the text
 * and matched the pattern. The watch is set before, in the page itself; page and process share one clock.
 */
export async function untilShown(
  page: Page,
  words: [text: string, pattern: RegExp],
  act: () => Promise<unknown>,
) {
  await page.evaluate(watch(words))
  const told = await act()
  const since = typeof told === 'number' ? told : Date.now()
  return Number(await page.evaluate('window.shownAt')) - since
}

// As text, for a compiled function may lean on names that the page does not have.
function watch([text, pattern]: [string, RegExp]) {
  return `window.shownAt = new Promise((resolve, reject) => {
    const isShown = () =>
      [...document.querySelectorAll('tr')].some(
        (row) => row.textContent.includes(${JSON.stringify(text)}) && ${pattern}.test(row.textContent))
    setTimeout(() => reject(new Error('No such row was shown: ' + ${JSON.stringify(text)})), ${PATIENCE_MS})
    const observer = new MutationObserver(() => isShown() && resolve(Date.now()))
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  }); undefined`
}
