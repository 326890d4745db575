import { encode } from 'next-auth/jwt'
import { users } from '@/db/schema/users'
import { uuidv7 } from '@/db/schema/uuid'
import { memberships, workspaces } from '@/db/schema/workspaces'
import { asSystem } from '@/db/system'
import { type Member, memberOf } from '@/lib/accounts/member'
import { openSession, resumeSession } from '@/lib/accounts/session/mutations'
import { SECRET } from './variables'

export type Business = { member: Member; cookie: string }

/** A business with its owner signed in. It bills through the secret key's own account, or through none that exists. */
export async function createBusiness(stripeAccount = `acct_${uuidv7()}`): Promise<Business> {
  const user = { id: uuidv7(), name: 'Ann Lee', email: `${uuidv7()}@example.com`, passwordHash: 'none' }
  const home = { name: 'Atelier Lee', country: 'DE', timeZone: 'Europe/Berlin', currency: 'eur' }
  const workspace = { id: uuidv7(), ...home, stripeAccount }
  await asSystem(async (tx) => {
    await tx.insert(users).values(user)
    await tx.insert(workspaces).values(workspace)
    await tx.insert(memberships).values({ workspaceId: workspace.id, userId: user.id, role: 'owner' })
  })
  const claims = await openSession(user.id, 'bench')
  const session = await resumeSession(claims)
  const member = session && memberOf(session)
  if (!member) throw new Error('The owner could not be signed in.')
  const token = await encode({ token: { sub: claims.userId, sid: claims.sessionId }, secret: SECRET })
  return { member, cookie: `next-auth.session-token=${token}` }
}
