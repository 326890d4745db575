import { Hono } from 'hono'
import type { Desk } from '../../admin/admin'
import { readForm } from '../frame/form'
import type { Links } from '../frame/links'
import { noticePage } from '../frame/page'
import { deliveriesPage } from './deliveries'
import { faultsPage } from './faults/form'
import { readFault } from './faults/order'
import { overview } from './overview'
import { timeAsked } from './time/step'

/** The levers of the one who develops: time, banks, deliveries and faults. */
export function panelRoutes(desk: Desk, links: Links): Hono {
  const app = new Hono()

  app.get('/', (c) => c.html(overview(links, desk)))
  app.post('/time', async (c) => {
    const field = await readForm(c)
    const now = desk.now()
    const asked = timeAsked({ step: field('step'), to: field('to') }, now)
    if ('problem' in asked) return c.html(overview(links, desk, asked.problem), 422)
    await desk.advanceTime(asked.at - now)
    return c.redirect(links.home, 303)
  })
  app.post('/debits/:intent', async (c) => {
    const intent = c.req.param('intent')
    const field = await readForm(c)
    const isWaiting = desk.pendingDebits().some((debit) => debit.intent.id === intent)
    if (!isWaiting)
      return c.html(noticePage(links, 'Not waiting', 'The bank has already said what became of it.'), 404)
    await (field('answer') === 'settle' ? desk.settle(intent) : desk.fail(intent))
    return c.redirect(links.home, 303)
  })

  app.get('/deliveries', (c) => c.html(deliveriesPage(links, desk.deliveries())))
  app.post('/deliveries/:id', async (c) => {
    await desk.deliverNow(c.req.param('id'))
    return c.redirect(links.deliveries, 303)
  })

  app.get('/faults', (c) => c.html(faultsPage(links, desk.faults())))
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
      return c.html(faultsPage(links, desk.faults(), { typed, problems: read.problems }), 422)
    desk.orderFault(read.order)
    return c.redirect(links.faults, 303)
  })
  return app
}
