import { Hono } from 'hono'
import type { Admin } from '../../admin/admin'
import type { Links } from '../frame/links'
import { noticePage } from '../frame/page'
import { emailPage, outboxPage } from './outbox-page'

/** Serves the e-mails, as a list and one by one. */
export function outboxRoutes(admin: Admin, links: Links): Hono {
  const app = new Hono()
  app.get('/outbox', (c) => c.html(outboxPage(links, admin.outbox())))
  app.get('/outbox/:id', (c) => {
    const email = admin.outbox().find(({ id }) => id === c.req.param('id'))
    const hosted = email && admin.invoiceByToken(email.token)
    if (hosted) return c.html(emailPage(links, email, hosted))
    return c.html(noticePage(links, 'E-mail not found', 'The outbox has no e-mail of that id.'), 404)
  })
  return app
}
