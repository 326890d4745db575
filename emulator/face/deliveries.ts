import { html } from 'hono/html'
import type { DeliveryRecord } from '../desk'
import { formatMoment } from './dates'
import type { Links } from './links'
import type { Html } from './page'

const SHOWN = 20

const STATE_CLASS: Record<DeliveryRecord['state'], string> = {
  pending: 'pending',
  delivered: 'paid',
  failed: 'bad',
  dropped: 'bad',
}

export function deliverySection(links: Links, deliveries: DeliveryRecord[]): Html {
  const table = html`<div class="scroll" role="region" aria-label="Deliveries" tabindex="0"><table>
    <thead><tr>
      <th scope="col">Event</th><th scope="col">To</th><th scope="col">State</th><th scope="col">Attempts</th><th scope="col">Next attempt</th>
    </tr></thead>
    <tbody>${deliveries.slice(0, SHOWN).map((delivery) => deliveryRow(links, delivery))}</tbody>
  </table></div>
  ${deliveries.length > SHOWN && html`<p class="muted small">The latest ${SHOWN} shown.</p>`}`
  return html`<section class="paper stack" aria-labelledby="deliveries">
    <h2 id="deliveries">Webhook deliveries</h2>
    ${deliveries.length === 0 ? html`<p class="empty">Nothing to deliver. Events appear here once a webhook endpoint exists.</p>` : table}
  </section>`
}

function deliveryRow(links: Links, delivery: DeliveryRecord): Html {
  const { state, attempts, lastStatus, lastError } = delivery
  const outcome = lastError ?? (lastStatus === null ? '' : `HTTP ${lastStatus}`)
  return html`<tr>
    <td><a href="${links.object(delivery.account, delivery.event)}">${delivery.eventType}</a></td>
    <td>${delivery.url}</td>
    <td><span class="state ${STATE_CLASS[state]}">${state}</span>${outcome && html`<p>${outcome}</p>`}</td>
    <td>${attempts}</td>
    <td class="nowrap">
      <form method="post" action="${links.deliver(delivery.id)}">
        <button class="quiet" aria-label="Deliver now: ${delivery.eventType} ${delivery.event}">Deliver now</button>
      </form>
      ${state === 'pending' && html`<p>${formatMoment(Math.floor(delivery.nextAttemptAt / 1000))} UTC</p>`}
    </td>
  </tr>`
}
