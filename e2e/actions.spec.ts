import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { emptyDraft } from '@/lib/documents/draft/draft'
import { register, signOut } from './support/account'
import {
  actionsInSources,
  builtAction,
  cookieOf,
  falseSessions,
  sessionIdOf,
  sessionOf,
} from './support/borders'
import { newOwner, test } from './support/fixtures'

type Ids = { invoice: string; client: string; session: string }

/**
 * How each action is called, and what the owner of another business gets. `form` actions take FormData; those of
 * `publicForm` are there for people without a session and have nothing to guard.
 */
type Rule =
  | { kind: 'data'; input: (ids: Ids) => object; strangerGets: 'not_found' | 'own' }
  | { kind: 'button'; fields: (ids: Ids) => Record<string, string> }
  | { kind: 'public form' | 'form of a signed-in person' }

const VALUES = {
  name: 'Mallory',
  email: 'mallory@example.com',
  phone: '',
  address: { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' },
  language: '',
  note: '',
}
const DRAFT = emptyDraft({ currency: 'usd' })

const onInvoice: Rule = { kind: 'data', input: ({ invoice }) => ({ id: invoice }), strangerGets: 'not_found' }
const onVersion: Rule = {
  kind: 'data',
  input: ({ invoice }) => ({ id: invoice, version: 1 }),
  strangerGets: 'not_found',
}

const ACTIONS: Record<string, Rule> = {
  'accounts.endSession': { kind: 'button', fields: ({ session }) => ({ sessionId: session }) },
  'accounts.signIn': { kind: 'public form' },
  'accounts.signInAsDemo': { kind: 'public form' },
  'accounts.signOut': { kind: 'button', fields: () => ({}) },
  'accounts.signOutEverywhere': { kind: 'button', fields: () => ({}) },
  'accounts.signUp': { kind: 'public form' },
  'clients.createClient': { kind: 'data', input: () => VALUES, strangerGets: 'own' },
  'clients.updateClient': {
    kind: 'data',
    input: ({ client }) => ({ id: client, values: VALUES }),
    strangerGets: 'not_found',
  },
  'invoices.deleteDraft': onVersion,
  'invoices.duplicateInvoice': onInvoice,
  'invoices.finalizeInvoice': onVersion,
  'invoices.markPaid': onInvoice,
  'invoices.markUncollectible': onInvoice,
  'invoices.refreshInvoice': onInvoice,
  'invoices.saveDraft': {
    kind: 'data',
    input: ({ invoice }) => ({ id: invoice, version: 1, draft: DRAFT }),
    strangerGets: 'not_found',
  },
  'invoices.sendAgain': onInvoice,
  'invoices.sendInvoice': onVersion,
  'invoices.voidInvoice': onInvoice,
  'workspaces.openWorkspace': { kind: 'form of a signed-in person' },
}

test('every server action has a rule, and every action of the build is in the sources', () => {
  expect(Object.keys(ACTIONS).sort()).toEqual(actionsInSources())
})

test('no action works for somebody without a live session, or without an origin', async ({
  home,
  sendOne,
  request,
  origin,
}) => {
  await sendOne()
  const ids = await idsOn(home)
  const session = await sessionOf(home.context())
  for (const [name, rule] of dataActions()) {
    const answer = await call(request, name, rule.input(ids), cookieOf(session))
    expect(answer, `${name} without an origin`).toContain('"code":"not_from_here"')
  }
  const kinds = await falseSessions(session)
  await signOut(home)
  for (const [kind, value] of Object.entries({ ...kinds, 'an ended session': session })) {
    for (const [name, rule] of dataActions()) {
      const answer = await call(request, name, rule.input(ids), { ...cookieOf(value), origin })
      expect(answer, `${name} for ${kind}`).toContain('"code":"signed_out"')
    }
  }
})

test('no action touches what belongs to another business', async ({ home, sendOne, openBrowser, origin }) => {
  const { client } = await sendOne()
  const ids = await idsOn(home)
  const stranger = await openBrowser()
  await register(stranger.request, origin, newOwner())

  for (const [name, rule] of dataActions()) {
    const answer = await call(stranger.request, name, rule.input(ids), { origin })
    const expected = rule.strangerGets === 'own' ? '"ok":true' : '"code":"not_found"'
    expect(answer, name).toContain(expected)
  }
  for (const [name, rule] of Object.entries(ACTIONS)) {
    if (rule.kind === 'button' && name === 'accounts.endSession')
      await press(stranger.request, name, rule.fields(ids), origin)
  }

  await home.goto('/invoices')
  await expect(home.getByRole('row').filter({ hasText: client })).toContainText('Open')
})

function dataActions() {
  return Object.entries(ACTIONS).flatMap(([name, rule]): [string, Rule & { kind: 'data' }][] =>
    rule.kind === 'data' && builtAction(name) ? [[name, rule]] : [],
  )
}

async function call(
  request: APIRequestContext,
  name: string,
  input: object,
  headers: Record<string, string>,
) {
  const response = await request.post('/sign-in', {
    headers: {
      'next-action': builtAction(name)?.id ?? '',
      'content-type': 'text/plain;charset=UTF-8',
      ...headers,
    },
    data: JSON.stringify([input]),
  })
  return response.text()
}

/** As a form without script sends it. */
async function press(
  request: APIRequestContext,
  name: string,
  fields: Record<string, string>,
  origin: string,
) {
  const multipart = { [`$ACTION_ID_${builtAction(name)?.id}`]: '', ...fields }
  await request.post('/account', { headers: { origin }, multipart, maxRedirects: 0 })
}

async function idsOn(page: Page): Promise<Ids> {
  const { rows } = await (await page.request.get('/api/invoices')).json()
  const session = await sessionIdOf(await sessionOf(page.context()))
  return { invoice: rows[0].id, client: rows[0].clientId, session }
}
