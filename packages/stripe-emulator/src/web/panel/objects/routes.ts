import { type Context, Hono } from 'hono'
import type { Admin } from '../../../admin/admin'
import type { Links } from '../../frame/links'
import { noticePage } from '../../frame/page'
import { accountPage, kindPage } from './objects'
import { objectPage } from './page'

/** Serves everything an account holds: by kind, page by page, and each object as JSON. */
export function objectRoutes(admin: Admin, links: Links): Hono {
  const app = new Hono()
  const accountOf = (c: Context) => admin.accounts().find(({ id }) => id === c.req.param('account'))

  app.get('/accounts/:account', (c) => {
    const account = accountOf(c)
    return account ? c.html(accountPage(links, admin, account)) : nothing(c)
  })
  app.get('/accounts/:account/:kind', (c) => {
    const account = accountOf(c)
    const kind = c.req.param('kind')
    const objects = account && admin.objects(account.id, kind, c.req.query('after'))
    return objects ? c.html(kindPage(links, account, kind, objects)) : nothing(c)
  })
  app.get('/objects/:account/:id', (c) => {
    const { account, id } = c.req.param()
    const found = admin.object(account, id)
    if (!found) return nothing(c)
    const isBrowser = c.req.header('accept')?.includes('text/html') && c.req.query('as') !== 'json'
    return isBrowser ? c.html(objectPage(links, admin, account, id)) : json(found)
  })

  const nothing = (c: Context) =>
    c.html(noticePage(links, 'Object not found', 'This account has no such object.'), 404)
  return app
}

function json(value: unknown): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json' },
  })
}
