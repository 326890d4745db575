import { html } from 'hono/html'
import type { DeliveryRecord } from '../../state/kinds'
import { formatMoment } from '../document/dates'
import type { Links } from '../frame/links'
import type { Html } from '../frame/page'
import { panelPage } from './page'

const SERIALISERS = 20

const STATE_CLASS: Record<DeliveryRecord['state'], string> = {
  pending: 'pending',
  delivered: 'paid',
  failed: 'bad',
  dropped: 'bad',
}

/** Renders what goes out next, and what went out lately. */
export function deliveriesPage(links: Links, deliveries: DeliveryRecord[]): Html {
  const next = deliveries
    .filter(({ state }) => state === 'pending')
    .sort((a, b) => a.nextAttemptAt - b.nextAttemptAt)
  const past = deliveries.filter(({ state }) => state !== 'pending')
  const none = html`<p class="empty">Nothing to deliver. Events appear here once a webhook endpoint exists.</p>`
  return panelPage(
    links,
    'deliveries',
    html`<section class="paper sheet" aria-label="Deliveries">
      ${deliveries.length === 0 && none}
      ${table(links, 'Next', next, 'Next attempt (UTC)')}
      ${table(links, 'Recent', past, '')}
    </section>`,
  )
}

function table(links: Links, caption: string, all: DeliveryRecord[], when: string): Html | undefined {
  if (all.length === 0) return undefined
  return html`<div class="stack"><table>
    <caption>${caption}</caption>
    <thead><tr>
      <th scope="col">Event</th><th scope="col" class="wide">To</th><th scope="col">State</th><th scope="col" class="number wide">Attempts</th>
      ${when && html`<th scope="col" class="wide">${when}</th>`}<th scope="col">By hand</th>
    </tr></thead>
    <tbody>${all.slice(0, SERIALISERS).map((delivery) => deliveryRow(links, delivery))}</tbody>
  </table>
    ${all.length > SERIALISERS && html`<p class="muted small">The first ${SERIALISERS} of ${all.length} shown.</p>`}
  </div>`
}

function deliveryRow(links: Links, delivery: DeliveryRecord): Html {
  const { state, attempts, lastStatus, lastError } = delivery
  const outcome = lastError ?? (lastStatus === null ? '' : `HTTP ${lastStatus}`)
  return html`<tr>
    <td><a href="${links.object(delivery.account, delivery.event)}">${delivery.eventType}</a></td>
    <td class="wide">${delivery.url}</td>
    <td><span class="state ${STATE_CLASS[state]}">${state}</span>${outcome && html`<p>${outcome}</p>`}</td>
    <td class="number wide">${attempts}</td>
    ${state === 'pending' && html`<td class="wide nowrap">${formatMoment(Math.floor(delivery.nextAttemptAt / 1000))}</td>`}
    <td>
      <form method="post" action="${links.deliver(delivery.id)}">
        <button class="quiet" aria-label="Deliver now: ${delivery.eventType} ${delivery.event}">Deliver now</button>
      </form>
    </td>
  </tr>`
}
