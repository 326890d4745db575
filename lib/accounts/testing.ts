import { users } from '@/db/schema/users'
import { uuidv7 } from '@/db/schema/uuid'
import { memberships, workspaces } from '@/db/schema/workspaces'
import { asSystem } from '@/db/system'
import { TestBrowser } from '@/lib/http/testing-request'
import { type Member, memberOf, type Role, type Workspace } from './member'
import { writeSessionCookie } from './session/cookie'
import { openSession, resumeSession } from './session/mutations'

type Overrides = { email?: string; name?: string; role?: Role; workspace?: Partial<Workspace> }

/** A person without a business, signed in on a browser of their own. The account has no password that works. */
export async function createUser({ email, name = 'Ann Lee' }: Overrides = {}) {
  const row = { email: email ?? `${uuidv7()}@example.com`, name, passwordHash: 'none' }
  const [user] = await asSystem((tx) => tx.insert(users).values(row).returning({ id: users.id }))
  if (!user) throw new Error('The user was not inserted.')
  const browser = new TestBrowser()
  const session = await openSession(user.id, browser.headers['user-agent'] ?? '')
  await browser.run(() => writeSessionCookie(session))
  return { ...session, email: row.email, browser }
}

/** A member of a business of their own, signed in: their `Member`, and a browser that acts as them. */
export async function createMember(
  overrides: Overrides = {},
): Promise<{ member: Member; browser: TestBrowser }> {
  const { browser, ...session } = await createUser(overrides)
  const { userId } = session
  await asSystem(async (tx) => {
    const row = { ...ATELIER, stripeAccount: `acct_${uuidv7()}`, ...overrides.workspace }
    const [workspace] = await tx.insert(workspaces).values(row).returning({ id: workspaces.id })
    const role = overrides.role ?? 'owner'
    if (workspace) await tx.insert(memberships).values({ workspaceId: workspace.id, userId, role })
  })
  const live = await resumeSession(session)
  const member = live && memberOf(live)
  if (!member) throw new Error('The session did not make a member.')
  return { member, browser }
}

const ATELIER = { name: 'Atelier Lee', country: 'DE', timeZone: 'Europe/Berlin', currency: 'eur' }
