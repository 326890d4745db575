import { beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { createMember } from '@/lib/accounts/testing'
import { hasMixedScripts } from '@/lib/text/mixed-scripts'
import * as actions from './actions'
import { readClient, readClients } from './queries'
import type { ClientInput } from './schema'

const ADDRESS = { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' }
const CLIENT = { name: 'Ann Lee', email: '', phone: '', address: ADDRESS, language: '', note: '' }

onEachDatabase(() => {
  let owner: Awaited<ReturnType<typeof createMember>>
  beforeAll(async () => {
    owner = await createMember()
  })

  const create = (changes: Partial<ClientInput>) =>
    owner.browser.run(() => actions.createClient({ ...CLIENT, ...changes }))
  const found = async (q: string) =>
    (await forWorkspace(owner.member.workspaceId, (tx) => readClients(tx, q))).rows.map(({ name }) => name)

  async function created(changes: Partial<ClientInput>) {
    const result = await create(changes)
    if (!result.ok) throw new Error(result.code)
    return (await forWorkspace(owner.member.workspaceId, (tx) => readClient(tx, result.value.id)))?.values
  }

  test('an address keeps its letters, loses the spaces around it, and is found in any case', async () => {
    expect(await created({ name: 'Letters', email: ' A@B.com ' })).toMatchObject({ email: 'A@B.com' })
    expect(await found('a@b.COM')).toEqual(['Letters'])
  })

  test.for([
    ['a b@c.com', 'email_invalid'],
    ['a@b@c.com', 'email_invalid'],
    ['a@b', 'email_invalid'],
    ['.a@b.c', 'email_invalid'],
    ['victim@x.com,attacker@y.com', 'email_invalid'],
    ['a@b.com\r\nBcc: z@z', 'email_invalid'],
    ['"e@attacker.com"@victim.com', 'email_invalid'],
    ['a@b(c).com', 'email_invalid'],
    ['grp: x@y;', 'email_invalid'],
    ['a＠b.com，c@d.com', 'email_invalid'],
    ['аnn@example.com', 'email_not_ascii'],
    ['ü@müller.de', 'email_not_ascii'],
  ])('the address %j is refused', async ([email, code]) => {
    expect(await create({ email })).toMatchObject({ ok: false, code, field: 'email' })
    expect(await found(CLIENT.name)).toEqual([])
  })

  test('an address longer than Stripe takes is refused', async () => {
    const email = `a@${'b.'.repeat(254)}com`
    expect(email).toHaveLength(513)
    expect(await create({ email })).toMatchObject({ ok: false, code: 'too_long', field: 'email' })
  })

  test('full-width letters become plain ones, and a domain of two scripts shows what it is', async () => {
    expect(await created({ email: 'user＠victim.com' })).toMatchObject({ email: 'user@victim.com' })
    expect(hasMixedScripts('ann@pаypal.com')).toBe(true)
    expect(await created({ email: 'ann@pаypal.com' })).toMatchObject({ email: 'ann@xn--pypal-4ve.com' })
  })

  test('a domain with an umlaut is kept as mail servers know it', async () => {
    expect(await created({ email: 'info@müller.de' })).toMatchObject({ email: 'info@xn--mller-kva.de' })
  })

  test('a name in which nothing shows is asked for', async () => {
    for (const name of ['', '  ', '\u200b'])
      expect(await create({ name })).toMatchObject({ ok: false, code: 'required', field: 'name' })
  })

  test('overrides and piles of marks do not get into a name', async () => {
    expect(await created({ name: 'A\u202enn' })).toMatchObject({ name: 'Ann' })
    const name = `A${'\u0337'.repeat(200)}nn`
    expect(await created({ name })).toMatchObject({ name: `A${'\u0337'.repeat(8)}nn` })
  })

  test('text that no database can hold is refused in every field', async () => {
    const wrong = { name: 'a\0', note: '\ud800', phone: '\0', address: { ...ADDRESS, city: 'a\0' } }
    const issues = Object.keys({ ...wrong, 'address.city': '' }).filter((field) => field !== 'address')
    const refused = await create(wrong)
    expect(refused).toMatchObject({ ok: false, code: 'text_unreadable' })
    const fields = refused.ok ? [] : (refused.issues ?? []).map(({ field }) => field)
    expect(fields.sort()).toEqual(issues.sort())
  })

  test.for(["Robert'); DROP TABLE clients;--", '100 % wool', 'snake_case', 'back\\slash'])(
    '%s is found by its letters and nothing else is',
    async (name) => {
      await created({ name })
      expect(await found(name)).toEqual([name])
    },
  )

  test('a wildcard finds only what has it in its name', async () => {
    await created({ name: 'Plain' })
    expect(await found('%')).toEqual(['100 % wool'])
    expect(await found('_')).toEqual(['snake_case'])
    expect(await found('\\')).toEqual(['back\\slash'])
  })

  test('a client of another business is as unknown as one that never was', async () => {
    const other = await createMember()
    const theirs = await other.browser.run(() => actions.createClient(CLIENT))
    const id = theirs.ok ? theirs.value.id : ''
    const change = () => actions.updateClient({ id, values: { ...CLIENT, name: 'Mallory' } })
    expect(await owner.browser.run(change)).toMatchObject({ ok: false, code: 'not_found' })
    expect(await forWorkspace(owner.member.workspaceId, (tx) => readClient(tx, id))).toBeNull()
    expect((await forWorkspace(other.member.workspaceId, (tx) => readClient(tx, id)))?.values.name).toBe(
      CLIENT.name,
    )
  })
})
