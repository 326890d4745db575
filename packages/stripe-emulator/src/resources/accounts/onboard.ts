import { emitUpdate } from '../../events/emit'
import { ROOT } from '../../state/database'
import { newId } from '../../state/ids'
import type { Onboarding } from '../../state/kinds'
import type { UnitOfWork } from '../../state/unit-of-work'
import { type Account, complete } from './account'
import { insideAccount, keepAccount } from './reach'

const LINK_LIVES_SECONDS = 300

export interface OnboardingPage {
  link: Onboarding
  account: Account
  /** False once the link was used or its time is over. */
  valid: boolean
}

/** Makes a link to the onboarding page, good for one use within five minutes. */
export function openOnboarding(
  unit: UnitOfWork,
  account: string,
  urls: Pick<Onboarding, 'refresh_url' | 'return_url'>,
): Onboarding {
  const id = newId('acct_link')
  const link = { ...urls, id, account, expires_at: unit.now + LINK_LIVES_SECONDS, used: false }
  unit.change.put(ROOT, 'onboarding', link)
  return link
}

/** Returns what a link leads to; undefined when there never was such a link. */
export function onboardingOf(unit: UnitOfWork, token: string): OnboardingPage | undefined {
  const root = unit.change.collections(ROOT)
  const link = root.onboarding.get(token)
  const account = root.account.get(link?.account ?? '')?.object
  if (!link || !account) return undefined
  return { link, account, valid: !link.used && link.expires_at > unit.now }
}

/** A person has told all there is to tell: the account may be paid from now on, and its link is spent. */
export function completeOnboarding(unit: UnitOfWork, token: string): OnboardingPage | undefined {
  const page = onboardingOf(unit, token)
  if (!page?.valid) return page
  const after = complete(page.account, unit.now)
  unit.change.put(ROOT, 'onboarding', { ...page.link, used: true })
  keepAccount(unit, after, unit.change.collections(ROOT).account.get(after.id)?.platform ?? null)
  emitUpdate(insideAccount(unit, after.id), 'account.updated', page.account, after)
  return { ...page, account: after }
}
