import { html } from 'hono/html'
import type { Desk } from '../desk'
import { formatMoment } from './dates'
import type { Links } from './links'
import type { Html } from './page'

export function eventSection(links: Links, account: string, events: ReturnType<Desk['events']>): Html {
  if (events.length === 0) return html`<p class="empty">No event yet.</p>`
  return html`<div class="scroll" role="region" aria-label="Events of ${account}" tabindex="0"><table>
    <caption>Latest events</caption>
    <thead><tr><th scope="col">Type</th><th scope="col">Created (UTC)</th><th scope="col">JSON</th></tr></thead>
    <tbody>${events.map(
      ({ id, type, created }) => html`<tr>
        <td>${type}</td>
        <td class="nowrap">${formatMoment(created)}</td>
        <td class="nowrap"><a href="${links.object(account, id)}">${id}</a></td>
      </tr>`,
    )}</tbody>
  </table></div>
  <p class="small"><a href="${links.events(account)}">More events as JSON</a></p>`
}
