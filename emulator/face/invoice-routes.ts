import { Hono } from 'hono'
import type { Desk, HostedInvoice } from '../desk'
import { checkCard, type TypedCard } from './card'
import { invoicePage } from './invoice-page'
import type { Links } from './links'
import { noticePage } from './page'
import { businessName } from './party'
import { invoicePdf } from './pdf/invoice-pdf'

const NOT_FOUND = 'This invoice does not exist. Check that the whole link was copied.'

/** The pages of the one who pays. */
export function invoiceRoutes(desk: Desk, links: Links): Hono {
  const app = new Hono()

  app.get('/invoices/:token', (c) => {
    const found = find(desk, c.req.param('token'))
    if (!found) return c.html(noticePage(links, 'Invoice not found', NOT_FOUND), 404)
    if (found.expired) return c.html(noticePage(links, 'This link has expired', expiredText(found)), 410)
    return c.html(invoicePage({ links, token: c.req.param('token'), hosted: found, now: desk.now() }))
  })

  app.get('/invoices/:token/pdf', async (c) => {
    const found = find(desk, c.req.param('token'))
    if (!found) return c.html(noticePage(links, 'Invoice not found', NOT_FOUND), 404)
    if (found.expired) return c.html(noticePage(links, 'This link has expired', expiredText(found)), 410)
    return c.body(new Uint8Array(await invoicePdf(found)), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${pdfName(found)}"`,
    })
  })

  app.post('/invoices/:token/pay', async (c) => {
    const token = c.req.param('token')
    const hosted = find(desk, token)
    if (!hosted) return c.html(noticePage(links, 'Invoice not found', NOT_FOUND), 404)
    if (!isPayable(hosted)) return c.redirect(links.invoice(token), 303)

    const typed = typedCard(await c.req.parseBody())
    const problems = await pay(desk, token, typed)
    const after = find(desk, token)
    if (!problems || !after || !isPayable(after)) return c.redirect(links.invoice(token), 303)
    return c.html(invoicePage({ links, token, hosted: after, now: desk.now() }, { typed, problems }), 402)
  })

  return app
}

/** What stands against the payment, or nothing once it went through. */
async function pay(desk: Desk, token: string, typed: TypedCard) {
  const checked = checkCard(typed, desk.now())
  if ('problems' in checked) return checked.problems
  const outcome = await desk.payByCard(token, checked.card)
  return outcome.ok ? undefined : { [outcome.field ?? 'number']: outcome.message }
}

function find(desk: Desk, token: string): HostedInvoice | undefined {
  const hosted = desk.invoiceByToken(token)
  return hosted && hosted.invoice.status !== 'draft' ? hosted : undefined
}

function isPayable({ invoice, processing, expired }: HostedInvoice): boolean {
  return invoice.status === 'open' && !processing && !expired
}

function typedCard(body: Record<string, unknown>): TypedCard {
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 100) : '')
  return { number: text(body.number), expiry: text(body.expiry), cvc: text(body.cvc), name: text(body.name) }
}

function expiredText(hosted: HostedInvoice): string {
  return `Please ask ${businessName(hosted)} for a new link to this invoice.`
}

function pdfName({ invoice }: HostedInvoice): string {
  return `Invoice-${(invoice.number ?? invoice.id).replace(/[^\w-]/g, '')}.pdf`
}
