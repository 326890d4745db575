import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createEmulator } from 'stripe-emulator'
import { median, percentile } from '@/bench/support/load'
import { figureRow, type Row } from '@/bench/support/table'
import { type Call, callerOf, type Times } from './calls'
import { type Filled, fillEmulator } from './fill'

const COUNT = 100_000
const READS = 300
const FUTURE = '4000000000'

const CALL_MS = 1
/**
 * What a median may be where it is not that of a plain call. Old events are packed, and those of one type lie in many
 * packs; a search, and a look for events where there are none, goes through everything.
 */
const GOALS_MS: Record<string, number> = {
  'list 100: first page': 10,
  'list 100: a deep page': 10,
  'list 100: of a customer': 10,
  'list 100: by status': 10,
  'list 100: none of that status': 10,
  'list 100: events': 10,
  'list 100: events of a type': 100,
  'list 100: events since a time': 500,
  'search: by metadata': 500,
}
/** The slowest twentieth is where garbage is collected. */
const P95_TIMES = 4

const STATE_MB = 1000
const RESIDENT_MB = 2000
const BYTES_OF_A_MEGABYTE = 1_000_000

/** An emulator filled through its own API, inside this process: what a call takes, and what the state weighs. */
export async function emulator(): Promise<Row[]> {
  const stripe = await createEmulator({ origin: 'http://localhost:9/emulator' })
  const { call, times } = callerOf(stripe)
  const before = weigh()
  const filled = await fillEmulator(call, COUNT)
  const after = weigh()
  await readBack(call, filled)
  await stripe.close()
  return [...timeRows(times), ...memoryRows(before, after)]
}

async function readBack(call: Call, { customers, invoices, drafts }: Filled) {
  const middle = invoices[COUNT / 2] ?? ''
  const list = (what: string, resource: string, params: Record<string, string>) =>
    call(`list 100: ${what}`, 'GET', `/v1/${resource}`, { limit: '100', ...params })
  for (let n = 0; n < READS; n++) {
    await call('retrieve', 'GET', `/v1/invoices/${invoices[(n * 331) % COUNT]}`)
    await call('update a draft', 'POST', `/v1/invoices/${drafts[n]}`, { description: `Work ${n}` })
    await list('first page', 'invoices', {})
    await list('a deep page', 'invoices', { starting_after: middle })
    await list('of a customer', 'invoices', { customer: customers[(n * 7) % customers.length] ?? '' })
    await list('by status', 'invoices', { status: 'paid' })
    await list('none of that status', 'invoices', { status: 'void' })
    await list('events', 'events', {})
    if (n % 10 > 0) continue
    await list('events of a type', 'events', { type: 'invoice.paid' })
    await list('events since a time', 'events', { 'created[gt]': FUTURE, 'types[0]': 'invoice.paid' })
    await call('search: by metadata', 'GET', '/v1/invoices/search', {
      query: `metadata["app_invoice_id"]:"inv-${n}"`,
    })
  }
}

function timeRows(times: Times): Row[] {
  return [...times].flatMap(([what, ms]) => {
    const goal = GOALS_MS[what] ?? CALL_MS
    return [
      figureRow(`E1 ${what}, median of ${ms.length}`, median(ms), null, 'ms', { atMost: goal }),
      figureRow(`E1 ${what}, p95`, percentile(ms, 0.95), null, 'ms', { atMost: goal * P95_TIMES }),
    ]
  })
}

type Weight = { heap: number; outside: number; resident: number }

function memoryRows(before: Weight, after: Weight): Row[] {
  const row = (what: string, bytes: number, goal: number) =>
    figureRow(`E2 ${COUNT} invoices, ${what}`, bytes / BYTES_OF_A_MEGABYTE, null, 'MB', { atMost: goal })
  const heap = after.heap - before.heap
  const outside = after.outside - before.outside
  return [
    row('state: heap and buffers', heap + outside, STATE_MB),
    row('resident, with what V8 holds ready', after.resident - before.resident, RESIDENT_MB),
  ]
}

/** What the process holds once everything that can be let go has been. Bytes. */
function weigh(): Weight {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') for (let times = 0; times < 3; times++) collect()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed, outside: external, resident: rss }
}
