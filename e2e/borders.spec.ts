import { type APIRequestContext, expect } from '@playwright/test'
import { register, signOut } from './support/account'
import { cookieOf, falseSessions, routesOf, sessionOf } from './support/borders'
import { newOwner, test } from './support/fixtures'

/** What a route is to someone without a session, and to the owner of another business. */
type Rule = 'open' | 'own' | 'of an invoice' | 'of a client' | 'outside'

const PAGES: Record<string, Rule> = {
  '/': 'own',
  '/account': 'own',
  '/clients': 'own',
  '/clients/[id]': 'of a client',
  '/clients/new': 'own',
  '/invoices': 'own',
  '/invoices/[id]': 'of an invoice',
  '/invoices/[id]/edit': 'of an invoice',
  '/invoices/[id]/review': 'of an invoice',
  '/invoices/new': 'own',
  '/sign-in': 'open',
  '/sign-up': 'open',
  '/welcome': 'own',
}

const HANDLERS: Record<string, Rule> = {
  '/api/auth/[...nextauth]': 'outside',
  '/api/clients': 'own',
  '/api/invoices': 'own',
  '/api/invoices/[id]': 'of an invoice',
  '/api/invoices/[id]/pay': 'of an invoice',
  '/api/invoices/[id]/pay-link': 'of an invoice',
  '/api/invoices/[id]/pdf': 'of an invoice',
  '/api/live': 'own',
  '/api/webhooks/stripe': 'outside',
  '/emulator/[[...path]]': 'outside',
}

test('every page and every route handler has a rule', () => {
  expect(Object.keys(PAGES).sort()).toEqual(routesOf('page.tsx'))
  expect(Object.keys(HANDLERS).sort()).toEqual(routesOf('route.ts'))
})

test('without a live session every page leads to sign-in and every handler answers 401', async ({
  home,
  sendOne,
  request,
}) => {
  await sendOne()
  const ids = await idsOn(home.request)
  const session = await sessionOf(home.context())
  const kinds = await falseSessions(session)
  await signOut(home)

  for (const [kind, value] of Object.entries({ ...kinds, 'an ended session': session })) {
    const options = { headers: cookieOf(value), maxRedirects: 0 }
    for (const path of guarded(PAGES, ids)) {
      const response = await request.get(path, options)
      expect(response.headers().location, `${path} for ${kind}`).toMatch(/\/sign-in/)
    }
    for (const path of guarded(HANDLERS, ids))
      expect((await request.get(path, options)).status(), `${path} for ${kind}`).toBe(401)
  }
})

test('of another business nothing is seen: what has an id is missing, what has none is empty', async ({
  home,
  sendOne,
  openBrowser,
  origin,
}) => {
  const invoice = await sendOne()
  const ids = await idsOn(home.request)
  const stranger = await openBrowser()
  await register(stranger.request, origin, newOwner())

  for (const [route, rule] of Object.entries({ ...PAGES, ...HANDLERS })) {
    if (rule === 'outside' || route === '/api/live') continue
    const response = await stranger.request.get(addressOf(route, ids), { maxRedirects: 0 })
    const body = await response.text()
    if (rule.startsWith('of')) expect(response.status(), route).toBe(404)
    expect(body, route).not.toContain(invoice.client)
    expect(body, route).not.toContain(invoice.email)
  }
})

test('an id that is no id, or nobody’s, is missing like any other', async ({ home }) => {
  const nobodys = '01920000-0000-7000-8000-000000000000'
  for (const id of [nobodys, '1', '..%2F1', '%00', `${'x'.repeat(10_000)}`]) {
    for (const [route, rule] of Object.entries({ ...PAGES, ...HANDLERS })) {
      if (rule !== 'of an invoice' && rule !== 'of a client') continue
      const path = route.replace('[id]', id)
      expect((await home.request.get(path, { maxRedirects: 0 })).status(), path.slice(0, 80)).toBe(404)
    }
  }
})

type Ids = { invoice: string; client: string }

async function idsOn(request: APIRequestContext): Promise<Ids> {
  const { rows } = await (await request.get('/api/invoices')).json()
  return { invoice: rows[0].id, client: rows[0].clientId }
}

function guarded(routes: Record<string, Rule>, ids: Ids) {
  return Object.entries(routes)
    .filter(([, rule]) => rule === 'own' || rule.startsWith('of'))
    .map(([route]) => addressOf(route, ids))
}

function addressOf(route: string, ids: Ids) {
  return route.replace('[id]', route.includes('/clients/') ? ids.client : ids.invoice)
}
