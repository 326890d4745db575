import { randomBytes } from 'node:crypto'
import { DEMO_EMAIL } from '@/lib/accounts/demo'
import { type Member, memberOf } from '@/lib/accounts/member'
import { openDemoSession, signUp } from '@/lib/accounts/mutations'
import { resumeSession, revokeSession } from '@/lib/accounts/session/mutations'
import { openWorkspace } from '@/lib/workspaces/mutations'
import { env } from './env'
import { seedInvoices } from './seed-invoices'

const USER_AGENT = 'Centwise seed'

const BUSINESS = { name: 'Atelier Lindqvist', country: 'SE', timeZone: 'Europe/Stockholm', currency: 'eur' }

/** Makes the person and the business behind "Try the demo", where Stripe is the emulator and they do not exist yet. */
export async function seed() {
  if (env().stripeMode !== 'emulator') return
  const known = await openDemoSession(USER_AGENT)
  if (known.ok) return revokeSession(known.value)
  // Nobody knows this password: the demo is entered by its button alone.
  const password = randomBytes(24).toString('base64url')
  const session = await signUp({ name: 'Maja Lindqvist', email: DEMO_EMAIL, password }, USER_AGENT)
  if (!session.ok) throw new Error(session.message)
  await seedInvoices(await openBusiness(session.value))
  await revokeSession(session.value)
}

async function openBusiness(claims: Parameters<typeof resumeSession>[0]): Promise<Member> {
  const user = await resumeSession(claims)
  if (user) await openWorkspace(user, BUSINESS)
  const session = await resumeSession(claims)
  const member = session && memberOf(session)
  if (!member) throw new Error('The demo business could not be opened.')
  return member
}
