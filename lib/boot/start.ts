import 'server-only'
import { prepareDatabase } from '@/db/migrate'
import { endStreams } from '@/lib/http/live'
import { askTime } from '@/lib/stripe/connect'
import { wireWebhook } from '@/lib/stripe/endpoint'
import { env } from './env'
import { secret } from './secrets'
import { seed } from './seed'
import { startWorker } from './worker'

const END_WITHIN_MS = 8_000

/** Starts what a server process needs beside Next. Where it cannot, says why in one line and ends the process. */
export async function startOrExit() {
  try {
    await startCentwise()
  } catch (error) {
    console.error(`Centwise cannot start. ${reasonOf(error)}`)
    // Next would stay up and answer 500 to everything.
    process.exit(1)
  }
}

async function startCentwise() {
  const { NEXTAUTH_SECRET, appUrl } = env()
  // next-auth reads both from the environment, in pages and in the proxy.
  process.env.NEXTAUTH_SECRET = NEXTAUTH_SECRET ?? secret('nextauth')
  process.env.NEXTAUTH_URL = appUrl
  await prepareDatabase(seed)
  await askTime()
  await wireWebhook()
  endWell(await startWorker())
}

/** A server that is told to stop waits for its open answers, and live streams never end by themselves. */
function endWell(stopWorker: () => Promise<void>) {
  const end = () => {
    setTimeout(() => process.exit(0), END_WITHIN_MS).unref()
    endStreams()
    void stopWorker()
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}

/** The first cause: what wraps it says no more than that a query failed, or that each address was tried. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  if (error instanceof Error && error.cause) return reasonOf(error.cause)
  return error instanceof Error ? error.message : String(error)
}
