import { html } from 'hono/html'
import type { Desk } from '../desk'
import { deliverySection } from './deliveries'
import { eventSection } from './events'
import { faultSection } from './fault-form'
import { invoiceSection } from './invoice-list'
import type { Links } from './links'
import { type Html, page } from './page'

type Account = ReturnType<Desk['accounts']>[number]

/** What the emulator holds, and the levers to make it misbehave. `problem` is why an order was refused. */
export function controlPanel(links: Links, desk: Desk, problem?: string): Html {
  const accounts = desk.accounts()
  return page(
    links,
    'Control panel',
    html`<main>
      <div class="stack">
        <h1>Control panel</h1>
        <nav class="jump" aria-label="On this page">
          <a href="${links.outbox}">Outbox (${desk.outbox().length})</a>
          <a href="#deliveries">Webhook deliveries</a>
          <a href="#faults">Faults</a>
          ${accounts.map((account) => html`<a href="#${account.id}">${nameOf(account)}</a>`)}
        </nav>
      </div>
      ${accounts.length === 0 && html`<p class="empty">No account yet. The first API call with a test key makes one.</p>`}
      ${accounts.map((account) => accountSection(links, desk, account))}
      ${faultSection(links, desk.faults(), problem)}
      ${deliverySection(links, desk.deliveries())}
    </main>`,
  )
}

function accountSection(links: Links, desk: Desk, account: Account): Html {
  return html`<section class="paper stack" id="${account.id}" aria-labelledby="${account.id}-name">
    <h2 id="${account.id}-name">${nameOf(account)}</h2>
    <p class="small"><a href="${links.object(account.id, account.id)}">Account as JSON</a></p>
    ${invoiceSection(links, account.id, desk.invoices(account.id))}
    ${eventSection(links, account.id, desk.events(account.id, 10))}
  </section>`
}

function nameOf(account: Account): string {
  return account.business_profile?.name ?? account.settings?.dashboard.display_name ?? account.id
}
