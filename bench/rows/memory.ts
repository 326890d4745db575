import { readFileSync } from 'node:fs'
import { createBusiness } from '@/bench/support/business'
import { fillLedger } from '@/bench/support/ledger'
import { type Ask, median, throughput } from '@/bench/support/load'
import { newEvent, signed } from '@/bench/support/stripe'
import { figureRow, type Row, ratioRow } from '@/bench/support/table'
import { inWorld } from '@/bench/support/world'

/** Ten minutes show whether it levels off: only where they are asked for. */
const SECONDS = process.argv.includes('--long') ? 600 : 60
const PARTS = 10
const GOALS = { PostgreSQL: { atMost: 350 }, PGlite: { atMost: 600 } }
const GROWTH_GOAL = { atMost: 1.05 }

/** What the process holds while pages, data and webhooks are asked for: at the end, and beside the middle of the time. */
export function memory(): Promise<Row[]> {
  return inWorld(
    async (store) => {
      const business = await createBusiness('own')
      await fillLedger(store, business.member, 10_000)
      return business
    },
    async ({ ours, place, made: { cookie } }) => {
      const pages = ['/invoices', '/api/invoices', '/invoices?status=open']
      const asks: Ask[] = [
        ...pages.map((path) => () => ({ url: ours.origin + path, headers: { cookie } })),
        () => ({ url: `${ours.origin}/api/webhooks/stripe`, ...signed(newEvent()) }),
      ]
      const held: number[] = []
      for (let part = 0; part < PARTS; part++) {
        for (const ask of asks) await throughput(ask, SECONDS / PARTS / asks.length)
        held.push(residentMb(ours.pid))
      }
      const [middle, end] = [median(held.slice(4, 7)), median(held.slice(-3))]
      const what = `(${place.name}, ${SECONDS} s of load)`
      return [
        figureRow(`P12 memory at the end ${what}`, end, null, 'MB', GOALS[place.name]),
        ratioRow(`P12 memory, end beside middle ${what}`, end, middle, 'MB', GROWTH_GOAL),
      ]
    },
  )
}

/** As Linux tells it. */
function residentMb(pid: number) {
  const [, kb = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kb) / 1000
}
