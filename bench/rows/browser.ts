import type { Browser, Page } from 'playwright'
import { type Business, createBusiness } from '@/bench/support/business'
import { fillLedger } from '@/bench/support/ledger'
import { median } from '@/bench/support/load'
import type { Servers } from '@/bench/support/servers'
import { figureRow, type Row, ratioRow } from '@/bench/support/table'
import { openPage, withBrowser } from '@/bench/support/watch'
import { inWorld } from '@/bench/support/world'

const VISITS = 5
const SCREENS = [
  { name: 'sign-in', path: '/sign-in', isPublic: true, overFloorKb: 10 },
  { name: 'list', path: '/invoices', isPublic: false, overFloorKb: 36 },
  { name: 'builder', path: '/invoices/new', isPublic: false, overFloorKb: 90 },
]

type Visit = { scriptKb: number; lcpMs: number }

/** What a first visit loads and when it shows the largest thing, beside the bare page, as Chromium counts. */
export function browser(): Promise<Row[]> {
  return inWorld(
    async (store) => {
      const business = await createBusiness()
      await fillLedger(store, business.member, 1000)
      return business
    },
    ({ made, ...servers }) => withBrowser((chromium) => visitAll(chromium, servers, made)),
  )
}

async function visitAll(chromium: Browser, { ours, floor }: Servers, business: Business): Promise<Row[]> {
  const bare = await visitOften(() => openPage(chromium, floor.origin), '/')
  const rows: Row[] = []
  for (const { name, path, isPublic, overFloorKb } of SCREENS) {
    const visit = await visitOften(
      () => openPage(chromium, ours.origin, isPublic ? undefined : business),
      path,
    )
    const goal = { atMost: overFloorKb }
    const over = visit.scriptKb - bare.scriptKb
    rows.push({
      ...figureRow(`P9 JavaScript of ${name} over the bare page, gzip`, over, null, 'kB', goal),
      floor: `${Math.round(bare.scriptKb)} kB bare`,
      ratio: (visit.scriptKb / bare.scriptKb).toPrecision(2),
    })
    if (name === 'list')
      rows.push(ratioRow('P10 LCP of the list', visit.lcpMs, bare.lcpMs, 'ms', { atMost: 1.4 }))
  }
  return rows
}

async function visitOften(open: () => Promise<Page>, path: string): Promise<Visit> {
  const visits: Visit[] = []
  for (let n = 0; n < VISITS; n++) visits.push(await visit(await open(), path))
  return {
    scriptKb: median(visits.map(({ scriptKb }) => scriptKb)),
    lcpMs: median(visits.map(({ lcpMs }) => lcpMs)),
  }
}

async function visit(page: Page, path: string): Promise<Visit> {
  const network = await page.context().newCDPSession(page)
  const scripts = new Set<string>()
  let bytes = 0
  network.on('Network.responseReceived', ({ type, requestId }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  // Script as it travels, without the headers in front of it.
  network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await network.send('Network.enable')
  // The live stream of our pages never ends, so the network is never idle.
  await page.goto(path, { waitUntil: 'load' })
  const lcpMs = Number(await page.evaluate(LCP))
  await page.context().close()
  return { scriptKb: bytes / 1000, lcpMs }
}

/** Whatever was the largest so far, one second after the page was loaded. */
const LCP = `new Promise((resolve) => {
  let latest = 0
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) latest = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  setTimeout(() => resolve(latest), 1000)
})`
