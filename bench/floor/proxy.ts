import { NextResponse } from 'next/server'

// Nothing to guard. Without this file Next takes the one of the product, two folders up.
export const config = { matcher: '/nowhere' }

export function proxy() {
  return NextResponse.next()
}
