import { randomUUID } from 'node:crypto'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { register } from './account'
import { anInvoice, type SampleInvoice, sendInvoice, writeInvoice } from './invoice'

export type Owner = { name: string; email: string; password: string; business: string }

type Options = {
  /** What a test provokes on purpose, such as the browser's note about a 404. */
  expectedComplaints: RegExp | null
}

type Fixtures = {
  /** Where the server is, as a browser names it to a form. */
  origin: string
  /** Somebody nobody else is. */
  owner: Owner
  /** The same business, signed up, at its list of invoices. */
  home: Page
  /** One more browser; nobody is signed in there. */
  openBrowser: (settings?: Parameters<BrowserContextMaker>[0]) => Promise<Page>
  /** Writes and sends an invoice from `home`, and stays on what follows. */
  sendOne: (changes?: Partial<SampleInvoice>) => Promise<SampleInvoice>
}

type BrowserContextMaker = (settings?: {
  javaScriptEnabled?: boolean
  bypassCSP?: boolean
  viewport?: { width: number; height: number }
}) => Promise<BrowserContext>

/** Playwright's test, in which any complaint of a page on its console is a failure; so is whatever the policy blocks. */
export const test = base.extend<Options & Fixtures>({
  expectedComplaints: [null, { option: true }],

  context: async ({ context, expectedComplaints }, use) => {
    const complaints = listenTo(context, expectedComplaints)
    await use(context)
    expect(complaints).toEqual([])
  },

  openBrowser: async ({ browser, expectedComplaints, contextOptions, locale, timezoneId, baseURL }, use) => {
    const opened: { context: BrowserContext; complaints: string[] }[] = []
    await use(async (settings) => {
      const places = {
        ...(locale && { locale }),
        ...(timezoneId && { timezoneId }),
        ...(baseURL && { baseURL }),
      }
      const context = await browser.newContext({ ...contextOptions, ...places, ...settings })
      opened.push({ context, complaints: listenTo(context, expectedComplaints) })
      return context.newPage()
    })
    for (const { context } of opened) await context.close()
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([])
  },

  origin: ({ baseURL }, use) => use(baseURL ?? ''),

  owner: ({ browserName: _ }, use) => use(newOwner()),

  home: async ({ page, owner, origin }, use) => {
    await register(page.request, origin, owner)
    await page.goto('/invoices')
    await use(page)
  },

  sendOne: async ({ home }, use) => {
    await use(async (changes) => {
      const invoice = anInvoice(changes)
      await writeInvoice(home, invoice)
      await sendInvoice(home)
      return invoice
    })
  },
})

export function newOwner(): Owner {
  const mark = randomUUID().slice(0, 8)
  return {
    name: 'Ada Moreau',
    email: `ada-${mark}@example.com`,
    password: 'four quiet paper boats',
    business: `Atelier ${mark}`,
  }
}

function listenTo(context: BrowserContext, expected: RegExp | null) {
  const complaints: string[] = []
  const hear = (text: string) => {
    if (!expected?.test(text)) complaints.push(text)
  }
  context.on('console', (message) => {
    if (message.type() === 'error') hear(`${message.text()} ${message.location().url}`)
  })
  context.on('weberror', (error) => hear(String(error.error())))
  return complaints
}
