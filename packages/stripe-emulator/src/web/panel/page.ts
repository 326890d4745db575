import { html } from 'hono/html'
import type { Links } from '../frame/links'
import { type Html, page } from '../frame/page'

type Place = 'overview' | 'deliveries' | 'faults' | 'outbox'

const PLACES: { place: Place; label: string; href: (links: Links) => string }[] = [
  { place: 'overview', label: 'Overview', href: (links) => links.home },
  { place: 'outbox', label: 'Outbox', href: (links) => links.outbox },
  { place: 'deliveries', label: 'Deliveries', href: (links) => links.deliveries },
  { place: 'faults', label: 'Faults', href: (links) => links.faults },
]

const HEADING: Record<Place, string> = {
  overview: 'Control panel',
  outbox: 'Outbox',
  deliveries: 'Webhook deliveries',
  faults: 'Faults',
}

/** Renders a page of the one who develops, with the way to the others. */
export function panelPage(links: Links, current: Place, content: Html): Html {
  return page(
    links,
    HEADING[current],
    html`<main>
      <div class="panel-head">
        <h1>${HEADING[current]}</h1>
        <nav class="choice" aria-label="Control panel">${PLACES.map(
          ({ place, label, href }) =>
            html`<a href="${href(links)}"${place === current && html` aria-current="page"`}>${label}</a>`,
        )}</nav>
      </div>
      ${content}
    </main>`,
  )
}
