import { expect, test } from 'vitest'
import { fakeAdmin } from '../testing/admin'
import { visit } from '../testing/visit'

test('the page says what would be asked, and leads back unfinished', async () => {
  const { text, policy } = await visit(fakeAdmin(), '/onboarding/tok')
  expect(text).toContain('Ada Studio')
  expect(text).toContain('A bank account for payouts')
  expect(text).toContain('<a class="button second" href="https://app.example/back">Leave for now</a>')
  expect(policy).toContain("form-action 'self' https://app.example")
})

test('completing it leads back, and the link is spent', async () => {
  const world = fakeAdmin()
  expect((await visit(world, '/onboarding/tok', {})).location).toBe('https://app.example/back')
  expect(world.onboarded).toEqual(['tok'])
  expect((await visit(world, '/onboarding/tok')).location).toBe('https://app.example/again')
  expect((await visit(world, '/onboarding/tok', {})).location).toBe('https://app.example/again')
  expect(world.onboarded).toEqual(['tok'])
})

test('an unknown link and one without a way back say so', async () => {
  expect((await visit(fakeAdmin(), '/onboarding/none')).status).toBe(404)
  const { admin } = fakeAdmin()
  const onboarding: typeof admin.onboarding = (token) => {
    const hosted = admin.onboarding(token)
    return hosted && { ...hosted, over: true, refreshUrl: 'javascript:alert(1)' }
  }
  const { status, location } = await visit({ admin: { ...admin, onboarding } }, '/onboarding/tok')
  expect([status, location]).toEqual([410, null])
})
