import 'next-auth'
import 'next-auth/jwt'

declare module 'next-auth' {
  interface User {
    /** The row in auth_sessions that was opened for this sign-in. */
    sessionId: string
  }
  interface Session {
    userId: string
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string
  }
}
