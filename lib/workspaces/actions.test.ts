import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { memberships, workspaces } from '@/db/schema/workspaces'
import { asSystem } from '@/db/system'
import { onEachDatabase } from '@/db/testing/testing'
import { currentMember } from '@/lib/accounts/session/auth'
import { createUser } from '@/lib/accounts/testing'
import { formStart } from '@/lib/http/actions/form-state'
import { formOf, TestBrowser } from '@/lib/http/testing-request'
import { openWorkspace } from './actions'

const ATELIER = { name: 'Atelier Lee', country: 'DE', timeZone: 'Asia/Calcutta', currency: ' EUR ' }

onEachDatabase(() => {
  test('naming a business makes its first person its owner, with a Stripe account of its own', async () => {
    const { browser, email } = await createUser()
    expect(await send(browser, ATELIER)).toEqual({ redirect: '/invoices' })
    expect(await browser.run(currentMember)).toMatchObject({
      email,
      role: 'owner',
      workspace: {
        name: 'Atelier Lee',
        country: 'DE',
        timeZone: 'Asia/Calcutta',
        currency: 'eur',
        stripeAccount: expect.stringMatching(/^acct_\w+$/),
        defaultTermsDays: 14,
      },
    })
  })

  test('two clicks open one business, and so does coming back later', async () => {
    const { browser, userId } = await createUser()
    const clicks = await Promise.all([send(browser, ATELIER), send(browser, ATELIER)])
    expect(clicks).toEqual([{ redirect: '/invoices' }, { redirect: '/invoices' }])
    expect(await send(browser, { ...ATELIER, name: 'Another' })).toEqual({ redirect: '/invoices' })
    const owned = await asSystem((tx) =>
      tx
        .select({ name: workspaces.name })
        .from(memberships)
        .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
        .where(eq(memberships.userId, userId)),
    )
    expect(owned).toEqual([{ name: 'Atelier Lee' }])
  })

  test('keeps what was typed and names every field that is wrong', async () => {
    const { browser } = await createUser()
    const typed = { name: '\u200b', country: 'XX', timeZone: 'Mars/Base', currency: 'BTC' }
    expect(await send(browser, typed)).toMatchObject({
      value: {
        values: typed,
        refusal: {
          issues: [
            { field: 'name', code: 'required' },
            { field: 'country', code: 'country_unknown' },
            { field: 'timeZone', code: 'time_zone_unknown' },
            { field: 'currency', code: 'currency_unknown' },
          ],
        },
      },
    })
  })

  test('refuses somebody who is not signed in', async () => {
    expect(await send(new TestBrowser(), ATELIER)).toMatchObject({
      value: { refusal: { code: 'signed_out' } },
    })
  })
})

function send(browser: TestBrowser, fields: Record<string, string>) {
  return browser.call(() => openWorkspace(formStart(), formOf(fields)))
}
