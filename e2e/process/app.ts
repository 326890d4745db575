import { onTestFinished } from 'vitest'
import { freePort, type NextServer, startNextServer } from '@/scripts/launch/process'
import type { Place } from './places'
import type { LocalStripe } from './stripe'

export const WEBHOOK_SECRET = 'whsec_of_the_tests'

/** The build, on a database of the test; killed when the test ends, if it still runs. */
export async function startApp(place: Place, stripe: LocalStripe): Promise<NextServer> {
  const server = await launchApp(place, stripe)
  return server.ready('/sign-in')
}

/** The same without waiting for it. */
export async function launchApp(place: Place, stripe: LocalStripe): Promise<NextServer> {
  const { NEXTAUTH_SECRET = '' } = process.env
  const secrets = { NEXTAUTH_SECRET, STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET }
  const server = startNextServer(await freePort(), { ...place.variables, ...stripe.variables, ...secrets })
  onTestFinished(() => server.kill())
  return server
}
