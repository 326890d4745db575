import { expect, test } from 'vitest'
import { fakeAdmin } from '../testing/admin'
import { aHostedInvoice } from '../testing/hosted'
import { anIntent } from '../testing/payment'
import { visit } from '../testing/visit'

const CARD = { number: '4000 0027 6000 3184', expiry: '12 / 34', cvc: '123', name: '' }

test('a card that asks for its owner leads to the bank', async () => {
  const outcome = { ok: true, status: 'requires_action', intent: 'pi_1' } as const
  const world = fakeAdmin(aHostedInvoice(), { outcomes: { '4000002760003184': outcome } })
  const { status, location } = await visit(world, '/invoices/tok/pay', CARD)
  expect([status, location]).toEqual([303, '/emulator/authenticate/pi_1'])
})

test('the bank says whom and how much, and takes either answer', async () => {
  const world = fakeAdmin()
  const { text } = await visit(world, '/authenticate/pi_1')
  for (const part of ['Ada Studio', '$153.00 USD', 'Invoice ADA-0007', '>Complete<', '>Fail<'])
    expect(text).toContain(part)
  expect((await visit(world, '/authenticate/pi_1', { answer: 'complete' })).location).toBe(
    '/emulator/invoices/tok',
  )
  await visit(world, '/authenticate/pi_1', { answer: 'fail' })
  expect(world.answers).toEqual([
    ['pi_1', true],
    ['pi_1', false],
  ])
})

test.each([
  ['https://app.example/done', 'https://app.example/done'],
  ['javascript:alert(1)', '/emulator/invoices/tok'],
])('the way back to %s is %s', async (return_url, back) => {
  const { admin } = fakeAdmin()
  const intent = anIntent({
    next_action: { type: 'redirect_to_url', redirect_to_url: { return_url, url: null } },
  })
  const authentication = (): ReturnType<typeof admin.authentication> => ({
    account: admin.accounts()[0] ?? aHostedInvoice().account,
    intent,
    invoice: { number: 'ADA-0007', token: 'tok' },
  })
  const world = { admin: { ...admin, authentication } }
  expect((await visit(world, '/authenticate/pi_1', { answer: 'complete' })).location).toBe(back)
  const { policy } = await visit(world, '/authenticate/pi_1')
  expect(policy?.includes('https://app.example')).toBe(back.startsWith('https'))
})

test('a payment that waits for nobody has no such page', async () => {
  const world = fakeAdmin()
  expect((await visit(world, '/authenticate/pi_2')).status).toBe(404)
  expect((await visit(world, '/authenticate/pi_2', { answer: 'complete' })).status).toBe(404)
  expect(world.answers).toEqual([])
})
