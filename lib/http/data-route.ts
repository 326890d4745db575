import 'server-only'
import type { WorkspaceTx } from '@/db/workspace'
import type { Member } from '@/lib/accounts/member'
import { currentMember, readAsCurrentMember } from '@/lib/accounts/session/auth'

const PRIVATE = { 'cache-control': 'private, no-store' }

/** Answers a signed-in member with data. Null is a 404 that says the same of what is missing and what is not theirs. */
export async function dataFor(
  read: (tx: WorkspaceTx, member: Member) => Promise<object | null>,
): Promise<Response> {
  const known = await readAsCurrentMember(read)
  if (!known) return json(401, { error: 'signed_out' })
  const [, data] = known
  return found(data)
}

/** The same for what is asked of Stripe, outside of any transaction. */
export async function answerFor(ask: (member: Member) => Promise<object | null>): Promise<Response> {
  const member = await currentMember()
  return member ? found(await ask(member)) : json(401, { error: 'signed_out' })
}

/** Sends a signed-in member on to an address that is read at this moment. */
export async function redirectFor(find: (member: Member) => Promise<string | null>): Promise<Response> {
  const member = await currentMember()
  if (!member) return json(401, { error: 'signed_out' })
  const location = await find(member)
  if (!location) return json(404, { error: 'not_found' })
  return new Response(null, { status: 303, headers: { ...PRIVATE, location } })
}

/** The answer to a question with words in it that no page of ours asks. */
export function notUnderstood() {
  return json(400, { error: 'not_understood' })
}

function found(data: object | null) {
  return data ? json(200, data) : json(404, { error: 'not_found' })
}

function json(status: number, body: object) {
  return Response.json(body, { status, headers: PRIVATE })
}
