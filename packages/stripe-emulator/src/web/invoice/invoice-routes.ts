import { type Context, Hono } from 'hono'
import type { Admin, HostedInvoice } from '../../admin/admin'
import { businessName } from '../document/party'
import { readForm } from '../frame/form'
import type { Links } from '../frame/links'
import { noticePage } from '../frame/page'
import { type Attempt, type Typed, typedFrom } from '../pay/attempt'
import { isMethod, methodsOf, type PayMethod } from '../pay/methods'
import { pay } from '../pay/pay'
import { pdfAnswer } from '../pdf/answer'
import { invoicePdf } from '../pdf/invoice-pdf'
import { invoicePage } from './invoice-page'
import { isPayable } from './state'

/** Serves the pages of the one who pays. A draft has none, and an expired link shows nothing of its invoice. */
export function invoiceRoutes(admin: Admin, links: Links): Hono {
  const app = new Hono()

  app.get('/invoices/:token', (c) => {
    const token = c.req.param('token')
    const hosted = find(admin, token)
    if (!hosted || hosted.expired) return noInvoice(c, links, hosted)
    return c.html(invoicePage({ links, token, hosted }, fresh(hosted, c.req.query('with'))))
  })

  app.get('/invoices/:token/pdf', async (c) => {
    const hosted = find(admin, c.req.param('token'))
    if (!hosted || hosted.expired) return noInvoice(c, links, hosted)
    return pdfAnswer(c, `Invoice-${hosted.invoice.number ?? hosted.invoice.id}`, await invoicePdf(hosted))
  })

  app.post('/invoices/:token/pay', async (c) => {
    const token = c.req.param('token')
    const before = find(admin, token)
    if (!before || before.expired) return noInvoice(c, links, before)
    if (!isPayable(before)) return c.redirect(links.invoice(token), 303)

    const posted = await readForm(c)
    const typed = typedFrom(posted)
    const method = chosen(before, posted('method'))
    const result = await pay(admin, token, method, typed)
    if (result.intent) return c.redirect(links.authenticate(result.intent), 303)
    const hosted = find(admin, token)
    if (!result.problems || !hosted || !isPayable(hosted)) return c.redirect(links.invoice(token), 303)
    const attempt = { method, typed, problems: result.problems }
    return c.html(invoicePage({ links, token, hosted }, attempt), 402)
  })

  return app
}

function find(admin: Admin, token: string): HostedInvoice | undefined {
  const hosted = admin.invoiceByToken(token)
  return hosted?.invoice.status === 'draft' ? undefined : hosted
}

/** A form nobody has filled in yet, with what we know of the client. */
function fresh(hosted: HostedInvoice, method: string | undefined): Attempt {
  const { customer_name, customer_email } = hosted.invoice
  const chosenMethod = chosen(hosted, method)
  const known: Partial<Typed> =
    chosenMethod === 'card' ? {} : { name: customer_name ?? '', email: customer_email ?? '' }
  return { method: chosenMethod, typed: { ...typedFrom(() => ''), ...known }, problems: {} }
}

/** The method asked for if the invoice allows it, else the first it allows. */
function chosen({ invoice }: HostedInvoice, method: string | undefined): PayMethod {
  const methods = methodsOf(invoice)
  return isMethod(method) && methods.includes(method) ? method : (methods[0] ?? 'card')
}

function noInvoice(c: Context, links: Links, expired: HostedInvoice | undefined) {
  if (!expired) {
    const text = 'This invoice does not exist. Check that the whole link was copied.'
    return c.html(noticePage(links, 'Invoice not found', text), 404)
  }
  const text = `Please ask ${businessName(expired)} for a new link to this invoice.`
  return c.html(noticePage(links, 'This link has expired', text), 410)
}
