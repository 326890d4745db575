import { readFileSync } from 'node:fs'
import { Agent, type ClientRequest, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Business, createBusiness } from '@/bench/support/business'
import { inside } from '@/bench/support/place'
import { figureRow, type Row, ratioRow } from '@/bench/support/table'
import { inWorld, type World } from '@/bench/support/world'
import { announce } from '@/db/notify'
import { forWorkspace } from '@/db/workspace'

const STREAMS = 5_000
const WORKSPACES = 1_000
const CHANGES = 200
const AT_ONCE = 50
const COST_GOAL = { atMost: 1.5 }

/** How many open pages one process serves, and what a change costs it when 1,000 other workspaces listen. */
export function streams(): Promise<Row[]> {
  return inWorld(async () => {
    const made: Business[] = []
    for (let n = 0; n < WORKSPACES; n++) made.push(await createBusiness())
    return made
  }, measure)
}

async function measure(world: World<Business[]>): Promise<Row[]> {
  const { ours, place, made } = world
  const [busy, ...others] = made
  if (!busy || place.name === 'PGlite') return []
  const opened = new Streams(`${ours.origin}/api/live`)
  try {
    await opened.open([busy])
    const alone = await costOfChanges(world, busy)
    await opened.open(others)
    const amongAll = await costOfChanges(world, busy)
    await opened.open(Array.from({ length: STREAMS - WORKSPACES }, (_, n) => made[n % WORKSPACES] ?? busy))
    await wait(1_000)
    return [
      figureRow('P15 streams held by one process', opened.held, null, 'streams', { atLeast: STREAMS }),
      ratioRow(`P15 a change, ${WORKSPACES} workspaces listening beside 1`, amongAll, alone, 'ms', COST_GOAL),
    ]
  } finally {
    opened.close()
  }
}

/** Milliseconds of the server's processor that a change takes, with those of an idle time taken away. */
async function costOfChanges({ place, ours }: World<Business[]>, { member }: Business) {
  const { workspaceId } = member
  const before = cpuMs(ours.pid)
  await inside(place, async () => {
    for (let n = 0; n < CHANGES; n++)
      await forWorkspace(workspaceId, (tx) => announce(tx, { workspaceId, topics: ['clients'] }))
    await wait(1_000)
  })
  return (cpuMs(ours.pid) - before) / CHANGES
}

/** As Linux counts it, in hundredths of a second. */
function cpuMs(pid: number) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

class Streams {
  held = 0
  private readonly calls: ClientRequest[] = []
  private readonly agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })

  constructor(private readonly url: string) {}

  async open(businesses: Business[]) {
    for (let from = 0; from < businesses.length; from += AT_ONCE)
      await Promise.all(businesses.slice(from, from + AT_ONCE).map((business) => this.openOne(business)))
  }

  close() {
    for (const call of this.calls) call.destroy()
  }

  private openOne({ cookie }: Business) {
    return new Promise<void>((resolve, reject) => {
      const call = get(this.url, { agent: this.agent, headers: { cookie } }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`The stream answered ${response.statusCode}.`))
        this.held++
        response.on('close', () => this.held--)
        response.resume()
        resolve()
      })
      call.on('error', reject)
      this.calls.push(call)
    })
  }
}
