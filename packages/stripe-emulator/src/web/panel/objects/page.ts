import { html } from 'hono/html'
import type { Admin } from '../../../admin/admin'
import type { Links } from '../../frame/links'
import { type Html, page } from '../../frame/page'

const ID = /"((?:[a-z]+_)+[A-Za-z0-9]{8,})"/

/** Renders an object as JSON, where every id of another one leads to it. */
export function objectPage(links: Links, admin: Admin, account: string, id: string): Html {
  const text = JSON.stringify(admin.object(account, id), null, 2)
  const parts = text.split(new RegExp(ID, 'g'))
  const known = (candidate: string) => candidate !== id && admin.object(account, candidate) !== undefined
  return page(
    links,
    id,
    html`<main>
      <nav class="jump" aria-label="Above this page"><a href="${links.home}">Control panel</a> <a href="${links.account(account)}">${account}</a></nav>
      <div class="section-head"><h1>${id}</h1><a href="${links.object(account, id)}?as=json">Plain JSON</a></div>
      <pre class="paper json" role="region" aria-label="JSON" tabindex="0">${parts.map((part, index) =>
        index % 2 === 0
          ? part
          : known(part)
            ? html`"<a href="${links.object(account, part)}">${part}</a>"`
            : `"${part}"`,
      )}</pre>
    </main>`,
  )
}
