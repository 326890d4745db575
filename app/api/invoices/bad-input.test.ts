import { beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '@/db/schema/uuid'
import { onEachDatabase } from '@/db/testing/testing'
import { deleteDraft } from '@/lib/invoices/actions'
import { type Atelier, addClient, addDraft, must, openAtelier } from '@/lib/invoices/testing/testing'
import { GET as getOne } from './[id]/route'
import { GET } from './route'

onEachDatabase(() => {
  let atelier: Atelier
  let other: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
    other = await openAtelier()
    await addDraft(other)
  })

  const ask = (search: Record<string, string> | string) => {
    const address = `http://localhost:3000/api/invoices?${new URLSearchParams(search)}`
    return atelier.browser.run(async () => GET(new Request(address)))
  }
  const rowsOf = async (search: Record<string, string>): Promise<{ id: string }[]> =>
    (await (await ask(search)).json()).rows
  const statusOf = (id: string) => {
    const request = new Request(`http://localhost:3000/api/invoices/${encodeURIComponent(id)}`)
    return atelier.browser.run(
      async () => (await getOne(request, { params: Promise.resolve({ id }) })).status,
    )
  }

  test('a search takes wildcards and quotes for plain letters', async () => {
    const drafts = new Map<string, string>()
    for (const email of ["o'neil@example.com", 'a_b@example.com', 'a%b@example.com', 'plain@example.com']) {
      const clientId = await addClient(atelier.member, email)
      drafts.set(email, (await addDraft({ ...atelier, clientId })).id)
    }
    const found = async (q: string) => (await rowsOf({ q })).map(({ id }) => id)
    expect(await found("o'neil")).toEqual([drafts.get("o'neil@example.com")])
    expect(await found('_')).toEqual([drafts.get('a_b@example.com')])
    expect(await found('%')).toEqual([drafts.get('a%b@example.com')])
    for (const q of ['\\', "Robert'); DROP TABLE invoices;--", '%%%%', '(a+)+$'])
      expect(await found(q)).toEqual([])
  })

  test.for(['sort=id;drop', '__proto__=1', 'constructor=1', 'status=open&limit=9', 'q=a&q=b'])(
    '%s is not understood',
    async (search) => {
      const answer = await ask(search)
      expect(answer.status).toBe(400)
      expect(await answer.json()).toEqual({ error: 'not_understood' })
    },
  )

  test('a tab that does not exist is the whole list', async () => {
    expect(await rowsOf({ status: 'id;drop' })).toEqual(await rowsOf({}))
  })

  test('an invoice that is unknown, of somebody else, or no id at all is the same 404', async () => {
    const theirs = (await addDraft(other)).id
    for (const id of [theirs, uuidv7(), '../1', '\0', 'x'.repeat(10_000)])
      expect(await statusOf(id)).toBe(404)
    expect(await statusOf((await addDraft(atelier)).id)).toBe(200)
  })

  test('a cursor that nobody handed out leads to the first page', async () => {
    const first = await rowsOf({})
    for (const cursor of [
      'garbage',
      'o.',
      `x.${uuidv7()}`,
      `o.${uuidv7()}' or 1=1`,
      'o.\0',
      'x'.repeat(10_000),
    ])
      expect(await rowsOf({ cursor })).toEqual(first)
  })

  test('a cursor of another business shows nothing of it', async () => {
    const theirs = (await addDraft(other)).id
    const ours = new Set((await rowsOf({})).map(({ id }) => id))
    for (const cursor of [`o.${theirs}`, `n.${theirs}`])
      for (const { id } of await rowsOf({ cursor })) expect(ours).toContain(id)
  })

  test('a cursor whose invoice is gone goes on where it stood', async () => {
    const older = await addDraft(atelier)
    const gone = await addDraft(atelier)
    must(await atelier.browser.run(() => deleteDraft(gone)))
    expect((await rowsOf({ cursor: `o.${gone.id}` }))[0]).toMatchObject({ id: older.id })
  })
})
