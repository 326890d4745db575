import { type Context, Hono } from 'hono'
import type { Admin, Authentication } from '../../admin/admin'
import { readForm } from '../frame/form'
import { type Links, pathOf } from '../frame/links'
import { noticePage } from '../frame/page'
import { allowFormTo, webAddress } from '../frame/policy'
import { authenticatePage } from './authenticate-page'

/** Serves the step between a card and its bank. Whoever asked for it takes over again afterwards. */
export function authenticateRoutes(admin: Admin, links: Links): Hono {
  const app = new Hono()

  app.get('/authenticate/:intent', (c) => {
    const waiting = admin.authentication(c.req.param('intent'))
    if (!waiting) return nothingWaits(c, links)
    allowFormTo(c, [webAddress(returnUrl(waiting))])
    return c.html(authenticatePage(links, waiting))
  })

  app.post('/authenticate/:intent', async (c) => {
    const intent = c.req.param('intent')
    const waiting = admin.authentication(intent)
    if (!waiting) return nothingWaits(c, links)
    const field = await readForm(c)
    await admin.authenticate(intent, field('answer') === 'complete')
    return c.redirect(wayBack(admin, links, waiting), 303)
  })

  return app
}

function nothingWaits(c: Context, links: Links) {
  const text = 'This payment waits for no answer. It may have been confirmed or given up already.'
  return c.html(noticePage(links, 'Nothing to confirm', text), 404)
}

/** Where the payer came from: our own page under whatever name it is open, or another's. */
function wayBack(admin: Admin, links: Links, waiting: Authentication): string {
  const url = webAddress(returnUrl(waiting))
  if (url?.startsWith(`${admin.origin}/`)) return pathOf(url)
  return url ?? (waiting.invoice ? links.invoice(waiting.invoice.token) : links.home)
}

function returnUrl({ intent }: Authentication): string | null | undefined {
  return intent.next_action?.redirect_to_url?.return_url
}
