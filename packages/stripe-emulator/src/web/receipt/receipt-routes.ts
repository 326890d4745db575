import { Hono } from 'hono'
import type { Desk } from '../../admin/admin'
import type { Links } from '../frame/links'
import { noticePage } from '../frame/page'
import { receiptPage } from './receipt-page'

/** Where `receipt_url` of a charge leads. */
export function receiptRoutes(desk: Desk, links: Links): Hono {
  const app = new Hono()
  app.get('/receipts/:charge', (c) => {
    const receipt = desk.receipt(c.req.param('charge'))
    if (receipt) return c.html(receiptPage(links, receipt))
    return c.html(noticePage(links, 'Receipt not found', 'There is no receipt at this address.'), 404)
  })
  return app
}
