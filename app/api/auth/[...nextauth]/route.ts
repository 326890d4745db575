import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/accounts/session/auth-options'

function handler(request: NextRequest, context: RouteContext<'/api/auth/[...nextauth]'>) {
  return NextAuth(request, context, authOptions())
}

export { handler as GET, handler as POST }
