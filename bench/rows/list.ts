import { type Business, createBusiness } from '@/bench/support/business'
import { fillLedger } from '@/bench/support/ledger'
import { type Ask, latency, throughputs } from '@/bench/support/load'
import type { Servers } from '@/bench/support/servers'
import { type Row, ratioRow } from '@/bench/support/table'
import { inWorld } from '@/bench/support/world'

/** A million takes minutes to fill: only where it is asked for. */
const SIZES = [100, 10_000, 100_000, ...(process.argv.includes('--million') ? [1_000_000] : [])]
const PAGE_GOAL = { atLeast: 0.35 }
const GROWTH_GOAL = { atMost: 1.3 }
const DATA_GOAL = { atLeast: 0.4 }

/** The list and its data route at every size, beside a bare page and a bare route handler. */
export function list(): Promise<Row[]> {
  return inWorld(
    async (store) => {
      const made: Business[] = []
      for (const size of SIZES) {
        const business = await createBusiness()
        await fillLedger(store, business.member, size)
        made.push(business)
      }
      return made
    },
    async ({ made, ...servers }) => [
      ...(await pages(servers, made)),
      ...(await data(servers, made)),
      ...(await growth(servers, made)),
    ],
  )
}

async function pages({ ours, floor }: Servers, businesses: Business[]): Promise<Row[]> {
  const urls = businesses.map((business) => get(`${ours.origin}/invoices`, business))
  const [bare = 0, ...figures] = await throughputs([get(floor.origin), ...urls])
  return figures.map((figure, i) =>
    ratioRow(`P2 list page, ${SIZES[i]} invoices`, figure, bare, 'a second', PAGE_GOAL),
  )
}

async function data({ ours, floor }: Servers, businesses: Business[]): Promise<Row[]> {
  const urls = businesses.map((business) => get(`${ours.origin}/api/invoices`, business))
  const [bare = 0, ...figures] = await throughputs([get(`${floor.origin}/bare`), ...urls])
  return figures.map((figure, i) =>
    ratioRow(`P4 list data, ${SIZES[i]} invoices`, figure, bare, 'a second', DATA_GOAL),
  )
}

/** One call at a time: what the largest business waits for, beside the smallest. */
async function growth({ ours }: Servers, businesses: Business[]): Promise<Row[]> {
  const [small, large] = [businesses.at(0), businesses.at(-1)]
  const questions = {
    'list, counts, overview': '',
    search: '?q=client-77',
    'overdue only': '?status=overdue',
  }
  const rows: Row[] = []
  for (const [what, query] of Object.entries(questions)) {
    const url = `${ours.origin}/api/invoices${query}`
    const [few, many] = [await latency(get(url, small)), await latency(get(url, large))]
    rows.push(ratioRow(`P3 ${what}: ${SIZES.at(-1)} beside ${SIZES[0]}`, many, few, 'ms', GROWTH_GOAL))
  }
  return rows
}

function get(url: string, business?: Business): Ask {
  return () => ({ url, headers: { cookie: business?.cookie ?? '' } })
}
