import { html } from 'hono/html'
import type { HostedOnboarding } from '../../admin/admin'
import { accountName, countryName } from '../document/party'
import { factList } from '../frame/field'
import type { Links } from '../frame/links'
import { type Html, page } from '../frame/page'
import { webAddress } from '../frame/policy'

const ASKED = [
  'The business: its name, its website, and what it sells',
  'Who stands behind it: name, date of birth and address',
  'A telephone number for clients',
  'A bank account for payouts',
  'Consent to the terms of service',
]

/** Renders what Stripe would ask of a new business, and the two ways a person leaves that form. */
export function onboardingPage(links: Links, token: string, { account, returnUrl }: HostedOnboarding): Html {
  const leave = webAddress(returnUrl)
  const known = [
    { label: 'Business', value: accountName(account) },
    { label: 'E-mail', value: account.email ?? '' },
    { label: 'Country', value: account.country ? countryName(account.country) : '' },
    { label: 'Account', value: account.id },
  ].filter(({ value }) => value !== '')
  return page(
    links,
    'Set up payments',
    html`<main class="narrow"><section class="paper stack" aria-labelledby="set-up">
      <h1 id="set-up">Set up payments</h1>
      ${factList(known)}
      <div class="stack">
        <p>Before it can be paid, Stripe would ask this business for:</p>
        <ul class="asked">${ASKED.map((item) => html`<li>${item}</li>`)}</ul>
        <p class="muted small">Nothing has to be typed here: completing counts as a right answer to all of it.</p>
      </div>
      <form method="post" action="${links.onboarding(token)}" class="answers">
        <button>Complete</button>
        ${leave && html`<a class="button second" href="${leave}">Leave for now</a>`}
      </form>
    </section></main>`,
  )
}
