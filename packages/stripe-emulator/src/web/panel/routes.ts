import { Hono } from 'hono'
import type { Admin } from '../../admin/admin'
import { readForm } from '../frame/form'
import type { Links } from '../frame/links'
import { noticePage } from '../frame/page'
import { deliveriesPage } from './deliveries'
import { faultsPage } from './faults/form'
import { readFault } from './faults/order'
import { overview } from './overview'
import { timeAsked } from './time/step'

/** Serves the levers of the one who develops: time, banks, deliveries and faults. */
export function panelRoutes(admin: Admin, links: Links): Hono {
  const app = new Hono()

  app.get('/', (c) => c.html(overview(links, admin)))
  app.post('/time', async (c) => {
    const field = await readForm(c)
    const now = admin.now()
    const asked = timeAsked({ step: field('step'), to: field('to') }, now)
    if ('problem' in asked) return c.html(overview(links, admin, asked.problem), 422)
    await admin.advanceTime(asked.at - now)
    return c.redirect(links.home, 303)
  })
  app.post('/debits/:intent', async (c) => {
    const intent = c.req.param('intent')
    const field = await readForm(c)
    const isWaiting = admin.pendingDebits().some((debit) => debit.intent.id === intent)
    if (!isWaiting)
      return c.html(noticePage(links, 'Not waiting', 'The bank has already said what became of it.'), 404)
    await (field('answer') === 'settle' ? admin.settle(intent) : admin.fail(intent))
    return c.redirect(links.home, 303)
  })

  app.get('/deliveries', (c) => c.html(deliveriesPage(links, admin.deliveries())))
  app.post('/deliveries/:id', async (c) => {
    await admin.deliverNow(c.req.param('id'))
    return c.redirect(links.deliveries, 303)
  })

  app.get('/faults', (c) => c.html(faultsPage(links, admin.faults())))
  app.post('/faults', async (c) => {
    const field = await readForm(c)
    const typed = {
      kind: field('kind'),
      times: field('times'),
      method: field('method'),
      path: field('path'),
      rate: field('rate'),
      seed: field('seed'),
      delayMs: field('delayMs'),
    }
    const read = readFault(typed)
    if ('problems' in read)
      return c.html(faultsPage(links, admin.faults(), { typed, problems: read.problems }), 422)
    admin.orderFault(read.order)
    return c.redirect(links.faults, 303)
  })
  return app
}
