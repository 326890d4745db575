import { expect, test } from 'vitest'
import { Change } from '../../state/change'
import { Database } from '../../state/database'
import { UnitOfWork } from '../../state/unit-of-work'
import { newAccount } from './account'
import { completeOnboarding, onboardingOf, openOnboarding } from './onboard'
import { keepAccount } from './reach'

const NOW = 1_800_000_000

function pendingAccount() {
  const context = { now: NOW, origin: 'http://localhost', platform: 'acct_platform', request: null }
  const unit = new UnitOfWork(new Change(new Database()), 'acct_platform', context)
  const basics = { country: 'US', email: null, name: 'Ada', now: NOW }
  keepAccount(unit, newAccount('acct_ada', basics), 'acct_platform')
  const { id } = openOnboarding(unit, 'acct_ada', { refresh_url: null, return_url: 'http://localhost/back' })
  return { unit, token: id }
}

test('onboarding completes an account, says so, and spends the link', () => {
  const { unit, token } = pendingAccount()
  expect(onboardingOf(unit, token)?.valid).toBe(true)
  const { account } = completeOnboarding(unit, token) ?? {}
  expect(account).toMatchObject({ charges_enabled: true, details_submitted: true, payouts_enabled: true })
  expect(account?.requirements?.currently_due).toEqual([])
  expect(onboardingOf(unit, token)?.valid).toBe(false)
  const [event] = [...unit.change.collections('acct_ada').event.newestFirst()]
  expect(event).toMatchObject({ type: 'account.updated', account: 'acct_ada' })
  expect(event?.data.previous_attributes).toMatchObject({ charges_enabled: false })
})

test('a link that is too old completes nothing', () => {
  const { unit, token } = pendingAccount()
  const later = unit.at(NOW + 300)
  expect(completeOnboarding(later, token)?.valid).toBe(false)
  expect(onboardingOf(later, token)?.account.charges_enabled).toBe(false)
})

test('a link nobody made leads nowhere', () => {
  expect(onboardingOf(pendingAccount().unit, 'acct_link_nope')).toBeUndefined()
})
