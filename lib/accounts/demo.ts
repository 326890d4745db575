import 'server-only'
import { asSystem } from '@/db/system'
import { env } from '@/lib/env'
import { done, type Result, refuse } from '@/lib/result'
import type { SessionClaims } from '@/lib/session-cookie'
import { openSession } from './mutations'
import { findCredentials } from './queries'

/** The person whom the seed makes, in emulator mode only. */
export const DEMO_EMAIL = 'demo@centwise.test'

/** Signs in without a password, to invented data: refused wherever real money could be. */
export async function openDemoSession(userAgent: string): Promise<Result<SessionClaims>> {
  if (env().stripeMode !== 'emulator') return refuse('no_demo', 'There is no demo here.')
  const demo = await asSystem((tx) => findCredentials(tx, DEMO_EMAIL))
  if (!demo) return refuse('no_demo', 'The demo is still being prepared. Try again in a moment.')
  return done(await openSession(demo.userId, userAgent))
}
