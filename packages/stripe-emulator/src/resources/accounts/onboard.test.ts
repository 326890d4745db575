import { expect, test } from 'vitest'
import { Change } from '../../state/change'
import { Ledger } from '../../state/database'
import { Book } from '../../state/unit-of-work'
import { newAccount } from './account'
import { completeOnboarding, onboardingOf, openOnboarding } from './onboard'
import { keepAccount } from './reach'

const NOW = 1_800_000_000

function pendingAccount() {
  const occasion = { now: NOW, origin: 'http://localhost', platform: 'acct_platform', request: null }
  const book = new Book(new Change(new Ledger()), 'acct_platform', occasion)
  const basics = { country: 'US', email: null, name: 'Ada', now: NOW }
  keepAccount(book, newAccount('acct_ada', basics), 'acct_platform')
  const { id } = openOnboarding(book, 'acct_ada', { refresh_url: null, return_url: 'http://localhost/back' })
  return { book, token: id }
}

test('onboarding completes an account, says so, and spends the link', () => {
  const { book, token } = pendingAccount()
  expect(onboardingOf(book, token)?.valid).toBe(true)
  const { account } = completeOnboarding(book, token) ?? {}
  expect(account).toMatchObject({ charges_enabled: true, details_submitted: true, payouts_enabled: true })
  expect(account?.requirements?.currently_due).toEqual([])
  expect(onboardingOf(book, token)?.valid).toBe(false)
  const [event] = [...book.change.shelves('acct_ada').event.newestFirst()]
  expect(event).toMatchObject({ type: 'account.updated', account: 'acct_ada' })
  expect(event?.data.previous_attributes).toMatchObject({ charges_enabled: false })
})

test('a link that is too old completes nothing', () => {
  const { book, token } = pendingAccount()
  const later = book.at(NOW + 300)
  expect(completeOnboarding(later, token)?.valid).toBe(false)
  expect(onboardingOf(later, token)?.account.charges_enabled).toBe(false)
})

test('a link nobody made leads nowhere', () => {
  expect(onboardingOf(pendingAccount().book, 'acct_link_nope')).toBeUndefined()
})
