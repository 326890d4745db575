import { type NextRequest, NextResponse } from 'next/server'
import { contentPolicy } from './lib/http/content-policy'
import { paths } from './lib/paths'

/** Pages that make sense to somebody who is not signed in. */
const OPEN = new Set<string>([paths.signIn, paths.signUp])

const SESSION_COOKIES = ['next-auth.session-token', '__Host-next-auth.session-token']

/**
 * Gives every page its content policy with a fresh nonce, and saves people without any session cookie a detour. It
 * permits nothing: whether a session is live is for `requireMember` to say.
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl
  const mayBeSignedIn = SESSION_COOKIES.some((name) => request.cookies.has(name))
  // Only a page that is being opened: an action's answer must reach the form, with what was typed in it.
  const isOpened = request.method === 'GET' && !OPEN.has(pathname)
  if (isOpened && !mayBeSignedIn) return toSignIn(request, pathname + search)

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentPolicy(nonce)
  // Next takes the nonce for its own scripts from this request header, so that of the sender must not get through.
  const headers = new Headers(request.headers)
  headers.delete('x-nonce')
  headers.delete('content-security-policy-report-only')
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

function toSignIn(request: NextRequest, asked: string) {
  const url = request.nextUrl.clone()
  url.pathname = paths.signIn
  url.search = asked === paths.home ? '' : new URLSearchParams({ next: asked }).toString()
  return NextResponse.redirect(url)
}

// Everything that is a page: not routes of the API, not what the build made, not the emulator, not files.
export const config = { matcher: ['/((?!api/|_next/|emulator/|emulator$|.*\\.).*)'] }
