import 'server-only'
import { prepareDatabase } from '@/db/migrate'
import { env } from './env'
import { secret } from './secrets'

/** Starts what a server process needs beside Next. Where it cannot, says why in one line and ends the process. */
export async function startOrExit() {
  try {
    await startCentwise()
  } catch (error) {
    console.error(`Centwise cannot start. ${error instanceof Error ? error.message : error}`)
    // Next would stay up and answer 500 to everything.
    process.exit(1)
  }
}

async function startCentwise() {
  const { NEXTAUTH_SECRET, appUrl } = env()
  // next-auth reads both from the environment, in pages and in the proxy.
  process.env.NEXTAUTH_SECRET = NEXTAUTH_SECRET ?? secret('nextauth')
  process.env.NEXTAUTH_URL = appUrl
  await prepareDatabase()
}
