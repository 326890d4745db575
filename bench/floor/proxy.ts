import { type NextRequest, NextResponse } from 'next/server'
import { contentPolicy } from '@/lib/http/content-policy'

/** Gives the page the policy that ours has, with a fresh nonce, and guards nothing. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = { matcher: '/' }
