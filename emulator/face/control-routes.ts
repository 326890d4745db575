import { Hono } from 'hono'
import type { Desk } from '../desk'
import { controlPanel } from './control-panel'
import { faultOrderSchema } from './fault-order'
import { readForm } from './form'
import type { Links } from './links'
import { emailPage, outboxPage } from './outbox'
import { noticePage } from './page'

const EVENTS_LISTED = 100

/** The pages of the one who develops. */
export function controlRoutes(desk: Desk, links: Links): Hono {
  const app = new Hono()

  app.get('/', (c) => c.html(controlPanel(links, desk)))
  app.get('/events/:account', (c) => json(desk.events(c.req.param('account'), EVENTS_LISTED)))
  app.get('/objects/:account/:id', (c) => {
    const found = desk.object(c.req.param('account'), c.req.param('id'))
    if (found) return json(found)
    return c.html(noticePage(links, 'Object not found', 'This account has no object of that id.'), 404)
  })

  app.get('/outbox', (c) => c.html(outboxPage(links, desk.outbox())))
  app.get('/outbox/:id', (c) => {
    const email = desk.outbox().find(({ id }) => id === c.req.param('id'))
    const hosted = email && desk.invoiceByToken(email.token)
    if (hosted) return c.html(emailPage(links, email, hosted))
    return c.html(noticePage(links, 'E-mail not found', 'The outbox has no e-mail of that id.'), 404)
  })

  app.post('/deliveries/:id', async (c) => {
    await desk.deliverNow(c.req.param('id'))
    return c.redirect(`${links.home}#deliveries`, 303)
  })
  app.post('/faults', async (c) => {
    const field = await readForm(c)
    const order = faultOrderSchema.safeParse({
      kind: field('kind'),
      times: field('times'),
      method: field('method'),
      path: field('path'),
      delayMs: field('delayMs'),
    })
    if (!order.success) return c.html(controlPanel(links, desk, order.error.issues[0]?.message), 422)
    desk.orderFault(order.data)
    return c.redirect(`${links.home}#faults`, 303)
  })
  return app
}

function json(value: unknown): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json' },
  })
}
