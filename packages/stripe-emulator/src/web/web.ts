import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Admin } from '../admin/admin'
import { fontFile } from './frame/font-file'
import { linksOf } from './frame/links'
import { noticePage } from './frame/page'
import { policy } from './frame/policy'
import { creditNoteRoutes } from './invoice/credit-note-routes'
import { invoiceRoutes } from './invoice/invoice-routes'
import { onboardingRoutes } from './onboarding/onboarding-routes'
import { outboxRoutes } from './outbox/outbox-routes'
import { objectRoutes } from './panel/objects/routes'
import { panelRoutes } from './panel/routes'
import { authenticateRoutes } from './pay/authenticate-routes'
import { receiptRoutes } from './receipt/receipt-routes'
import { STYLE } from './style/style'

const FORM_MAX_BYTES = 16_384

const ROUTES = [
  invoiceRoutes,
  authenticateRoutes,
  creditNoteRoutes,
  receiptRoutes,
  onboardingRoutes,
  outboxRoutes,
  panelRoutes,
  objectRoutes,
]

/** Serves everything a browser may open: the client's side (invoice, receipt, PDF, e-mails) and the control panel. */
export function web(admin: Admin): Hono {
  const app = new Hono()
  const links = linksOf(admin.origin)

  app.use(async (c, next) => {
    if (c.req.method === 'POST' && c.req.header('sec-fetch-site') === 'cross-site') {
      return c.html(noticePage(links, 'Refused', 'This form was sent by another site.'), 403)
    }
    await next()
  })
  app.use(policy)
  app.use(bodyLimit({ maxSize: FORM_MAX_BYTES }))

  app.get('/style.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  app.get('/font.woff2', async (c) =>
    c.body(new Uint8Array(await fontFile('Geist-Variable.woff2')), 200, {
      'Content-Type': 'font/woff2',
      'Cache-Control': 'public, max-age=86400',
    }),
  )
  for (const routes of ROUTES) app.route('/', routes(admin, links))
  app.all('*', (c) => c.html(noticePage(links, 'Not found', 'There is nothing at this address.'), 404))
  return app
}
