import { run } from '../run.mjs'

const DATABASE_SECONDS = 120

/**
 * Makes the folder of the embedded database where one is wanted, so that the first start finds it. Never throws: what
 * goes wrong here goes wrong again in the server, which says so and ends.
 */
export async function makeDatabase() {
  const args = ['--conditions=react-server', '--import=tsx', 'scripts/launch/make-database.ts']
  await run(process.execPath, args, { seconds: DATABASE_SECONDS, quiet: true })
}
