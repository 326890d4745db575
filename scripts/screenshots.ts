// Pictures for the README, of the production build at work:  npm run screenshots
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, devices, type Page } from 'playwright'
import { ensureBrowser, launchOptions } from './browser.mjs'
import { ensureBuilt } from './launch/build.mjs'
import { freePort, startNextServer } from './launch/process'
import { ROOT } from './run.mjs'

const DATA = '.data/screenshots'
const FOLDER = join(ROOT, 'public/screenshots')
const THEMES = ['light', 'dark'] as const
const SIZES = [
  { width: 1280, height: 860 },
  { width: 375, height: 780 },
]

async function main() {
  await ensureBrowser()
  await ensureBuilt()
  rmSync(join(ROOT, DATA), { recursive: true, force: true })
  const server = startNextServer(await freePort(), { CENTWISE_DATA_DIR: DATA })
  try {
    await server.ready('/sign-in')
    await takeAll(server.origin)
  } finally {
    await server.stop()
  }
}

async function takeAll(origin: string) {
  mkdirSync(FOLDER, { recursive: true })
  const browser = await chromium.launch(launchOptions())
  try {
    const page = await openDemo(browser, origin)
    for (const [name, path] of await placesOf(page)) await take(page, name, path)
  } finally {
    await browser.close()
  }
}

/** The demo business, whose invoices are there from the start. */
async function openDemo(browser: Browser, origin: string) {
  const context = await browser.newContext({
    ...devices['Desktop Chrome'],
    baseURL: origin,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Try the demo' }).click()
  await page.waitForURL('**/invoices')
  return page
}

type Invoice = { id: string; status: string }

/** One invoice of the demo in each state that has a screen of its own. */
async function placesOf(page: Page): Promise<[name: string, path: string][]> {
  const answer = await page.request.get('/api/invoices')
  const { rows }: { rows: Invoice[] } = await answer.json()
  const [draft, open, paid] = ['draft', 'open', 'paid'].map((status) => {
    const found = rows.find((row) => row.status === status)
    if (!found) throw new Error(`The demo has no invoice that is ${status}.`)
    return found.id
  })
  return [
    ['list', '/invoices'],
    ['builder', `/invoices/${draft}/edit`],
    ['review', `/invoices/${draft}/review`],
    ['detail', `/invoices/${paid}`],
    ['hosted-page', `/api/invoices/${open}/pay`],
  ]
}

async function take(page: Page, name: string, path: string) {
  await page.goto(path)
  await page.getByRole('main').waitFor()
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme })
      await page.evaluate(() => document.fonts.ready)
      await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}-${size.width}.png`) })
    }
  }
  console.log(`${name}: ${path}`)
}

await main()
