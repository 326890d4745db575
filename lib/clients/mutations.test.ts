import { beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import {
  type Atelier,
  addClient,
  addDraft,
  must,
  openAtelier,
  sendPatiently,
} from '@/lib/invoices/testing/testing'
import { createClient, updateClient } from './mutations'
import { readClient, readClients } from './queries'

const NEW = {
  name: 'Ada Byron',
  email: 'ada@example.com',
  phone: '',
  address: { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' },
  language: '',
  note: '',
}

onEachDatabase(() => {
  let atelier: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
  })

  const emailsAtStripe = (clientId: string) =>
    atelier.emulator.admin
      .invoices(atelier.account)
      .filter(({ metadata }) => metadata?.centwise_invoice_id === clientId)
      .map(({ customer_email }) => customer_email)

  test('keeps a client as the form had it, and finds them', async () => {
    const values = { ...NEW, address: { ...NEW.address, city: 'London', country: 'GB' }, language: 'en-GB' }
    const { id } = must(await createClient(atelier.member, values))
    expect(await forWorkspace(atelier.member.workspaceId, (tx) => readClient(tx, id))).toMatchObject({
      id,
      values,
      isAtStripe: false,
    })
    expect(
      (await forWorkspace(atelier.member.workspaceId, (tx) => readClients(tx, 'BYRON'))).rows,
    ).toMatchObject([{ id, name: 'Ada Byron' }])
    expect((await forWorkspace(atelier.member.workspaceId, (tx) => readClients(tx, '%'))).rows).toEqual([])
  })

  test('two clients may share an e-mail, and are two at Stripe', async () => {
    const ids = [
      await addClient(atelier.member, 'same@example.com'),
      await addClient(atelier.member, 'same@example.com'),
    ]
    for (const clientId of ids) {
      const draft = await addDraft({ ...atelier, clientId })
      must(await sendPatiently(atelier.member, { ...draft, kind: 'finalize' }))
    }
    const customers = atelier.emulator.admin
      .invoices(atelier.account)
      .filter(({ customer_email }) => customer_email === 'same@example.com')
      .map(({ customer }) => customer)
    expect(new Set(customers).size).toBe(2)
  })

  test('Stripe learns of a change before the next invoice', async () => {
    const clientId = await addClient(atelier.member, 'old@example.com')
    const first = await addDraft({ ...atelier, clientId })
    must(await sendPatiently(atelier.member, { ...first, kind: 'finalize' }))
    must(await updateClient(atelier.member, { id: clientId, values: { ...NEW, email: 'new@example.com' } }))
    const second = await addDraft({ ...atelier, clientId })
    must(await sendPatiently(atelier.member, { ...second, kind: 'finalize' }))
    expect(emailsAtStripe(first.id)).toEqual(['old@example.com'])
    expect(emailsAtStripe(second.id)).toEqual(['new@example.com'])
  })

  test('a change that Stripe cannot be told of is not kept', async () => {
    const clientId = await addClient(atelier.member, 'still@example.com')
    const draft = await addDraft({ ...atelier, clientId })
    must(await sendPatiently(atelier.member, { ...draft, kind: 'finalize' }))
    atelier.emulator.admin.orderFault({
      kind: 'reset-before',
      match: { method: 'POST', path: '/v1/customers/' },
      times: 2,
    })
    expect(await updateClient(atelier.member, { id: clientId, values: NEW })).toMatchObject({ ok: false })
    expect(
      (await forWorkspace(atelier.member.workspaceId, (tx) => readClient(tx, clientId)))?.values.email,
    ).toBe('still@example.com')
  })

  test('a client of another business is not there', async () => {
    const clientId = await addClient(atelier.member)
    const { member } = await openAtelier()
    expect(await forWorkspace(member.workspaceId, (tx) => readClient(tx, clientId))).toBeNull()
    expect(await updateClient(member, { id: clientId, values: NEW })).toMatchObject({ code: 'not_found' })
    expect(await forWorkspace(member.workspaceId, (tx) => readClient(tx, 'x'))).toBeNull()
  })
})
