import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { decode, encode } from 'next-auth/jwt'
import { ROOT } from '@/scripts/run.mjs'
import { SESSION_SECRET } from './settings'

const COOKIE = 'next-auth.session-token'

/** Every address the app answers at, as its folders have it: `/invoices/[id]`. */
export function routesOf(kind: 'page.tsx' | 'route.ts'): string[] {
  return filesBelow('app')
    .filter((path) => path.endsWith(`/${kind}`))
    .map((path) => path.slice('app'.length, -kind.length - 1).replaceAll(/\/\([^)]*\)/g, '') || '/')
    .sort()
}

/** Every server action in the sources, as `invoices.sendInvoice`. */
export function actionsInSources(): string[] {
  return filesBelow('lib')
    .filter((path) => path.endsWith('/actions.ts'))
    .flatMap((path) => {
      const noun = path.split('/').at(-2)
      return [
        ...readFileSync(join(ROOT, path), 'utf8').matchAll(/^export (?:const|async function) (\w+)/gm),
      ].map(([, name]) => `${noun}.${name}`)
    })
    .sort()
}

type Manifest = { node: Record<string, { filename: string; exportedName: string; workers: object }> }

/** The name the build gave to an action, and a page that knows it; undefined when no page can reach it. */
export function builtAction(action: string) {
  const manifest: Manifest = JSON.parse(
    readFileSync(join(ROOT, '.next/server/server-reference-manifest.json'), 'utf8'),
  )
  const found = Object.entries(manifest.node).find(
    ([, { filename, exportedName }]) => `${filename.split('/').at(-2)}.${exportedName}` === action,
  )
  return found && { id: found[0] }
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
}

export async function sessionOf(context: BrowserContext): Promise<string> {
  const cookie = (await context.cookies()).find(({ name }) => name === COOKIE)
  return cookie?.value ?? ''
}

export async function sessionIdOf(session: string) {
  const token = await decode({ token: session, secret: SESSION_SECRET })
  return String(token?.sid)
}

/** The same claims, but no session: too old, signed by somebody else, or not signed at all. */
export async function falseSessions(session: string): Promise<Record<string, string>> {
  const token = (await decode({ token: session, secret: SESSION_SECRET })) ?? {}
  const claims = { sub: token.sub, sid: token.sid }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    nobody: '',
    'an expired session': await encode({ token: claims, secret: SESSION_SECRET, maxAge: -60 }),
    'a session signed with another secret': await encode({
      token: claims,
      secret: 'another secret altogether',
    }),
    'an unsigned session': `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`,
    'a torn session': session.slice(0, -4),
    'a session of 8 kB': session.padEnd(8_000, 'x'),
  }
}

export function cookieOf(session: string): Record<string, string> {
  return session ? { cookie: `${COOKIE}=${session}` } : {}
}
