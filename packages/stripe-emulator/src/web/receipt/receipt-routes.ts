import { Hono } from 'hono'
import type { Admin } from '../../admin/admin'
import type { Links } from '../frame/links'
import { noticePage } from '../frame/page'
import { receiptPage } from './receipt-page'

/** Serves the address in `receipt_url` of a charge. */
export function receiptRoutes(admin: Admin, links: Links): Hono {
  const app = new Hono()
  app.get('/receipts/:charge', (c) => {
    const receipt = admin.receipt(c.req.param('charge'))
    if (receipt) return c.html(receiptPage(links, receipt))
    return c.html(noticePage(links, 'Receipt not found', 'There is no receipt at this address.'), 404)
  })
  return app
}
