import 'server-only'
import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { cache } from 'react'
import { env } from '@/lib/boot/env'
import { clientNetwork } from './network'
import { isSameOrigin } from './same-origin'

/** What we may conclude about a request; everything in it but the id was said by the browser or a proxy. */
export type RequestFacts = {
  /** Names this request in our log and in the message a person sees. */
  id: string
  sameOrigin: boolean
  /** The part of the address that one household or office shares; null where no trusted proxy tells it. */
  network: string | null
  userAgent: string
}

const USER_AGENT_MAX = 300

export const requestFacts = cache(async (): Promise<RequestFacts> => factsOf(await headers()))

/** The same, for a route handler that has its request in hand. */
export function factsOf(said: Headers): RequestFacts {
  return {
    id: randomUUID(),
    sameOrigin: isSameOrigin(said, env().appUrl),
    network: clientNetwork(said.get('x-forwarded-for'), env().TRUSTED_PROXY_HOPS),
    userAgent: (said.get('user-agent') ?? '').slice(0, USER_AGENT_MAX),
  }
}
