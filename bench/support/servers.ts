import { join } from 'node:path'
import { ensureBuilt } from '@/scripts/launch/build.mjs'
import { freePort, type NextServer, startNextServer } from '@/scripts/launch/process'
import { ROOT, run, tool } from '@/scripts/run.mjs'
import type { Place } from './place'
import { VARIABLES } from './variables'

const FLOOR = join(ROOT, 'bench/floor')
const BUILD_SECONDS = 300

export type Servers = { ours: NextServer; floor: NextServer }

/** The product and the bare app, both built for production, on the same database. */
export async function withServers<T>(
  place: Place,
  stripeOrigin: string,
  work: (servers: Servers) => Promise<T>,
): Promise<T> {
  await ensureBuilt()
  await ensureFloorBuilt()
  const variables = { ...place.variables, ...VARIABLES, STRIPE_API_BASE: stripeOrigin }
  const ours = startNextServer(await freePort(), variables)
  const floor = startNextServer(await freePort(), variables, FLOOR)
  try {
    await Promise.all([ours.ready('/sign-in'), floor.ready('/')])
    return await work({ ours, floor })
  } finally {
    await Promise.all([ours.stop(), floor.stop()])
  }
}

let built = false

async function ensureFloorBuilt() {
  if (built) return
  const env = { NODE_ENV: 'production' }
  const { ok, output } = await run(process.execPath, [tool('next'), 'build', FLOOR], {
    seconds: BUILD_SECONDS,
    quiet: true,
    env,
  })
  if (!ok) throw new Error(`The bare app was not built:\n${output.slice(-4000)}`)
  built = true
}
