import { html } from 'hono/html'
import type { Links } from './links'

/** Escaped markup. */
export type Html = ReturnType<typeof html>

/** Renders the frame around every page. There is no script on any of them. */
export function page(links: Links, title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <link rel="stylesheet" href="${links.css}">
    <link rel="icon" href="data:,">
  </head>
  <body>
    <header class="mode"><strong>Test mode</strong> <span>Local Stripe emulator: no money moves</span>
      <a href="${links.home}">Control panel</a>
    </header>
    ${content}
  </body>
</html>`
}

/** Renders a page that says one thing. */
export function noticePage(links: Links, title: string, text: string): Html {
  return page(
    links,
    title,
    html`<main class="narrow"><section class="paper stack"><h1>${title}</h1><p>${text}</p></section></main>`,
  )
}
