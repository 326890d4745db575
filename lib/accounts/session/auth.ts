import 'server-only'
import { setImmediate as otherWork } from 'node:timers/promises'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { asSystem } from '@/db/system'
import { forWorkspace, type WorkspaceTx } from '@/db/workspace'
import { type LiveSession, type Member, memberOf, type SignedInUser } from '@/lib/accounts/member'
import { listSessions } from '@/lib/accounts/queries'
import { paths } from '@/lib/paths'
import { readSessionCookie } from './cookie'
import { readInSession } from './mutations'

type Reading<T> = (tx: WorkspaceTx, member: Member) => Promise<T>

/** The member who asks, for what shows no rows. Sends others to sign in, or to name their business first. */
export async function requireMember(): Promise<Member> {
  const session = await liveSession()
  if (!session) redirect(paths.signIn)
  return memberOf(session) ?? redirect(paths.welcome)
}

/** The same for pages, with what `read` finds: one transaction asks who it is and reads. */
export async function readAsMember<T>(read: Reading<T>): Promise<[Member, T]> {
  const { session, found } = await readAsWhoAsks(read)
  if (!session) redirect(paths.signIn)
  return found ?? redirect(paths.welcome)
}

/** The member who asks, for route handlers and actions: null means 401. */
export async function currentMember(): Promise<Member | null> {
  const session = await liveSession()
  return session && memberOf(session)
}

/** The same with what `read` finds, in one transaction. */
export async function readAsCurrentMember<T>(read: Reading<T>): Promise<[Member, T] | null> {
  return (await readAsWhoAsks(read)).found
}

/** Who is signed in, with or without a business. */
export async function signedInUser(): Promise<SignedInUser | null> {
  return liveSession()
}

/** Where a person is signed in. */
export function sessionsOf({ userId }: SignedInUser) {
  return asSystem((tx) => listSessions(tx, userId))
}

/** Who asks, once a request, however many components want to know. */
const asking = cache((): { session?: Promise<LiveSession | null> } => ({}))

async function liveSession(): Promise<LiveSession | null> {
  // A layout and its page render side by side: the transaction of the page's rows finds out who asks, too.
  await otherWork()
  return asking().session ?? (await readAsWhoAsks(async () => null)).session
}

type Found<T> = { session: LiveSession | null; found: [Member, T] | null }

async function readAsWhoAsks<T>(read: Reading<T>): Promise<Found<T>> {
  const request = asking()
  const session = await request.session
  if (session === null) return NOBODY
  if (session) return readAs(session, (member) => forWorkspace(member.workspaceId, (tx) => read(tx, member)))
  let tell = (_session: LiveSession) => {}
  const told = new Promise<LiveSession>((resolve) => {
    tell = resolve
  })
  const reading = readInClaimedSession(read, (each) => tell(each))
  request.session = Promise.race([told, reading.then((all) => all.session)])
  // Whoever reads is told of a failure; that nobody else asked is none.
  request.session.catch(() => {})
  return reading
}

async function readInClaimedSession<T>(read: Reading<T>, tell: (session: LiveSession) => void) {
  const claims = await readSessionCookie()
  const asked =
    claims &&
    (await readInSession(claims, (tx, session) => {
      tell(session)
      return readAs(session, (member) => read(tx, member))
    }))
  return asked ? (asked.value ?? { session: asked.found, found: null }) : NOBODY
}

async function readAs<T>(session: LiveSession, read: (member: Member) => Promise<T>): Promise<Found<T>> {
  const member = memberOf(session)
  return { session, found: member && [member, await read(member)] }
}

const NOBODY = { session: null, found: null }
