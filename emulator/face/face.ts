import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Desk } from '../desk'
import { controlRoutes } from './control-routes'
import { fontFile } from './font-file'
import { invoiceRoutes } from './invoice-routes'
import { linksOf } from './links'
import { noticePage } from './page'
import { STYLE } from './style'

const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const FORM_MAX_BYTES = 16_384

/** Everything a browser may open: the client's side (invoice, PDF, e-mails) and the control panel. */
export function face(desk: Desk): Hono {
  const app = new Hono()
  const links = linksOf(desk.origin)

  app.use(async (c, next) => {
    if (c.req.method === 'POST' && c.req.header('sec-fetch-site') === 'cross-site') {
      return c.html(noticePage(links, 'Refused', 'This form was sent by another site.'), 403)
    }
    await next()
    c.header('Content-Security-Policy', POLICY)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'same-origin')
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  })

  app.use(bodyLimit({ maxSize: FORM_MAX_BYTES }))

  app.get('/face.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  app.get('/face.woff2', async (c) =>
    c.body(new Uint8Array(await fontFile('Geist-Variable.woff2')), 200, {
      'Content-Type': 'font/woff2',
      'Cache-Control': 'public, max-age=86400',
    }),
  )
  app.route('/', invoiceRoutes(desk, links))
  app.route('/', controlRoutes(desk, links))
  app.all('*', (c) => c.html(noticePage(links, 'Not found', 'There is nothing at this address.'), 404))
  return app
}
