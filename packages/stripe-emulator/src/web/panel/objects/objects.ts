import { html } from 'hono/html'
import type { Admin, ObjectPage } from '../../../admin/admin'
import { formatMoment } from '../../document/dates'
import { accountName } from '../../document/party'
import type { Links } from '../../frame/links'
import { type Html, page } from '../../frame/page'

type Account = ReturnType<Admin['accounts']>[number]

/** Renders what an account holds, by kind. */
export function accountPage(links: Links, admin: Admin, account: Account): Html {
  const { id } = account
  return page(
    links,
    accountName(account),
    html`<main>
      ${trail(links, [])}
      <div><h1>${accountName(account)}</h1><p class="muted small">${id}</p></div>
      <section class="paper stack" aria-labelledby="kinds">
        <div class="section-head"><h2 id="kinds">Objects</h2><a href="${links.object(id, id)}">The account as JSON</a></div>
        <ul class="kinds">${admin
          .kinds(id)
          .map(
            ({ kind, count }) =>
              html`<li><a href="${links.objects(id, kind)}">${kindWords(kind)}</a> <span class="muted">${count}</span></li>`,
          )}</ul>
      </section>
    </main>`,
  )
}

/** Renders one page of an account's objects of a kind. */
export function kindPage(links: Links, account: Account, kind: string, { rows, next }: ObjectPage): Html {
  const { id } = account
  return page(
    links,
    `${kindWords(kind)} of ${accountName(account)}`,
    html`<main>
      ${trail(links, [{ href: links.account(id), words: accountName(account) }])}
      <h1>${kindWords(kind)}</h1>
      <section class="paper stack" aria-label="${kindWords(kind)}">
        <table>
          <thead><tr><th scope="col">Object</th><th scope="col" class="wide">Id</th><th scope="col" class="wide">Created (UTC)</th></tr></thead>
          <tbody>${rows.map(
            (row) => html`<tr>
              <td><a href="${links.object(id, row.id)}">${row.words || row.id}</a></td>
              <td class="wide muted">${row.id}</td>
              <td class="wide nowrap muted">${row.created !== null && formatMoment(row.created)}</td>
            </tr>`,
          )}</tbody>
        </table>
        ${next && html`<p class="small"><a href="${links.objects(id, kind, next)}">Older ones</a></p>`}
      </section>
    </main>`,
  )
}

function trail(links: Links, above: { href: string; words: string }[]): Html {
  const all = [{ href: links.home, words: 'Control panel' }, ...above]
  return html`<nav class="jump" aria-label="Above this page">${all.map(
    ({ href, words }) => html`<a href="${href}">${words}</a>`,
  )}</nav>`
}

/** Returns "credit_note" as a heading: "Credit notes". */
export function kindWords(kind: string): string {
  const words = kind === 'invoiceitem' ? 'invoice item' : kind.replaceAll('_', ' ')
  const many = words.endsWith('s') ? words : words.endsWith('ty') ? `${words.slice(0, -1)}ies` : `${words}s`
  return many.charAt(0).toUpperCase() + many.slice(1)
}
