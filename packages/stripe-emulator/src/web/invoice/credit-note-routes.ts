import { Hono } from 'hono'
import type { Admin } from '../../admin/admin'
import type { Links } from '../frame/links'
import { noticePage } from '../frame/page'
import { pdfAnswer } from '../pdf/answer'
import { creditNotePdf } from '../pdf/invoice-pdf'

/** Serves the address in `pdf` of a credit note. */
export function creditNoteRoutes(admin: Admin, links: Links): Hono {
  const app = new Hono()
  app.get('/credit_notes/:token/pdf', async (c) => {
    const hosted = admin.creditNoteByToken(c.req.param('token'))
    if (hosted) return pdfAnswer(c, `Credit-note-${hosted.note.number}`, await creditNotePdf(hosted))
    const text = 'This credit note does not exist. Check that the whole link was copied.'
    return c.html(noticePage(links, 'Credit note not found', text), 404)
  })
  return app
}
