import { html } from 'hono/html'
import type { Admin } from '../../admin/admin'
import { accountName } from '../document/party'
import type { Links } from '../frame/links'
import type { Html } from '../frame/page'
import { debitSection } from './debits'
import { invoiceTable } from './invoice-table'
import { panelPage } from './page'
import { clockSection } from './time/time'

const INVOICES_SHOWN = 5
const ACCOUNTS_IN_FULL = 8

type Account = ReturnType<Admin['accounts']>[number]

/** Renders what time it is here, what waits for a decision, and what each account holds. */
export function overview(links: Links, admin: Admin, problem?: string): Html {
  const accounts = admin.accounts()
  return panelPage(
    links,
    'overview',
    html`${clockSection(links, admin, problem)}
      ${debitSection(links, admin.pendingDebits())}
      ${accounts.length === 0 && html`<p class="empty">No account yet. The first API call with a test key makes one.</p>`}
      ${accounts.slice(0, ACCOUNTS_IN_FULL).map((account) => accountSection(links, admin, account))}
      ${otherAccounts(links, accounts.slice(ACCOUNTS_IN_FULL))}`,
  )
}

function accountSection(links: Links, admin: Admin, account: Account): Html {
  const { id } = account
  return html`<section class="paper stack" aria-labelledby="${id}">
    <div class="section-head">
      <h2 id="${id}">${accountName(account)}</h2>
      <a href="${links.account(id)}" aria-label="All objects of ${accountName(account)}">All objects</a>
    </div>
    <p class="muted small">${id}</p>
    ${invoiceTable(links, id, admin.invoices(id, INVOICES_SHOWN))}
  </section>`
}

function otherAccounts(links: Links, accounts: Account[]): Html | undefined {
  if (accounts.length === 0) return undefined
  return html`<section class="paper stack" aria-labelledby="others">
    <h2 id="others">Other accounts</h2>
    <ul class="kinds">${accounts.map(
      (account) =>
        html`<li><a href="${links.account(account.id)}">${accountName(account)}</a> <span class="muted">${account.id}</span></li>`,
    )}</ul>
  </section>`
}
