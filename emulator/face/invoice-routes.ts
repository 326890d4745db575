import { type Context, Hono } from 'hono'
import type { Desk, HostedInvoice } from '../desk'
import { type CardProblems, checkCard, type TypedCard } from './card'
import { readForm } from './form'
import { invoicePage } from './invoice-page'
import type { Links } from './links'
import { noticePage } from './page'
import { businessName } from './party'
import { invoicePdf } from './pdf/invoice-pdf'

/** The pages of the one who pays. A draft has none, and an expired link shows nothing of its invoice. */
export function invoiceRoutes(desk: Desk, links: Links): Hono {
  const app = new Hono()

  app.get('/invoices/:token', (c) => {
    const token = c.req.param('token')
    const hosted = find(desk, token)
    if (!hosted || hosted.expired) return noInvoice(c, links, hosted)
    return c.html(invoicePage({ links, token, hosted, now: desk.now() }))
  })

  app.get('/invoices/:token/pdf', async (c) => {
    const hosted = find(desk, c.req.param('token'))
    if (!hosted || hosted.expired) return noInvoice(c, links, hosted)
    return c.body(new Uint8Array(await invoicePdf(hosted)), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${fileName(hosted)}"`,
    })
  })

  app.post('/invoices/:token/pay', async (c) => {
    const token = c.req.param('token')
    const before = find(desk, token)
    if (!before || before.expired) return noInvoice(c, links, before)
    if (!isPayable(before)) return c.redirect(links.invoice(token), 303)

    const typed = await typedCard(c)
    const problems = await pay(desk, token, typed)
    const hosted = find(desk, token)
    if (!problems || !hosted || !isPayable(hosted)) return c.redirect(links.invoice(token), 303)
    return c.html(invoicePage({ links, token, hosted, now: desk.now() }, { typed, problems }), 402)
  })

  return app
}

/** What stands against the payment, or nothing once it went through. */
async function pay(desk: Desk, token: string, typed: TypedCard): Promise<CardProblems | undefined> {
  const checked = checkCard(typed, desk.now())
  if ('problems' in checked) return checked.problems
  const outcome = await desk.payByCard(token, checked.card)
  return outcome.ok ? undefined : { [outcome.field ?? 'number']: outcome.message }
}

function find(desk: Desk, token: string): HostedInvoice | undefined {
  const hosted = desk.invoiceByToken(token)
  return hosted?.invoice.status === 'draft' ? undefined : hosted
}

function noInvoice(c: Context, links: Links, expired: HostedInvoice | undefined) {
  if (!expired) {
    const text = 'This invoice does not exist. Check that the whole link was copied.'
    return c.html(noticePage(links, 'Invoice not found', text), 404)
  }
  const text = `Please ask ${businessName(expired)} for a new link to this invoice.`
  return c.html(noticePage(links, 'This link has expired', text), 410)
}

function isPayable({ invoice, processing }: HostedInvoice): boolean {
  return invoice.status === 'open' && !processing
}

async function typedCard(c: Context): Promise<TypedCard> {
  const field = await readForm(c)
  return { number: field('number'), expiry: field('expiry'), cvc: field('cvc'), name: field('name') }
}

function fileName({ invoice }: HostedInvoice): string {
  return `Invoice-${(invoice.number ?? invoice.id).replace(/[^\w-]/g, '')}.pdf`
}
