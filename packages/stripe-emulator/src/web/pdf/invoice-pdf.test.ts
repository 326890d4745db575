import { PageSizes, PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import type { HostedInvoice } from '../../admin/admin'
import { fakeAdmin } from '../testing/admin'
import { aHostedInvoice, aPaidInvoice } from '../testing/hosted'
import { aLine } from '../testing/invoice'
import { web } from '../web'
import { invoicePdf } from './invoice-pdf'

async function pagesOf(hosted: HostedInvoice) {
  const doc = await PDFDocument.load(await invoicePdf(hosted))
  return doc.getPages()
}

function linkCount(pages: Awaited<ReturnType<typeof pagesOf>>): number {
  return pages.reduce((count, page) => count + (page.node.Annots()?.size() ?? 0), 0)
}

test('a short invoice is one page of the chosen paper size', async () => {
  const a4 = await pagesOf(aHostedInvoice())
  expect(a4.map((page) => [page.getWidth(), page.getHeight()])).toEqual([PageSizes.A4])
  const letter = await pagesOf(
    aHostedInvoice({
      rendering: {
        amount_tax_display: null,
        pdf: { page_size: 'letter' },
        template: null,
        template_version: null,
      },
    }),
  )
  expect(letter.map((page) => [page.getWidth(), page.getHeight()])).toEqual([PageSizes.Letter])
})

test('250 lines run over several pages', async () => {
  const lines = Array.from({ length: 250 }, (_, index) =>
    aLine({ id: `il_${index}`, description: `Item ${index}` }),
  )
  expect((await pagesOf(aHostedInvoice({}, { lines }))).length).toBeGreaterThan(8)
})

test('one description of many pages, and one endless word, still fit', async () => {
  const lines = [aLine({ description: 'word '.repeat(3000) }), aLine({ description: 'x'.repeat(2000) })]
  expect((await pagesOf(aHostedInvoice({}, { lines }))).length).toBeGreaterThan(3)
})

test('no script, symbol or control character makes it fail', async () => {
  const words = 'Żółć Đặng Жук Ωμέγα 日本語 العربية עברית ไทย 👩‍👩‍👧 \u0000\u0007 ₩₫₺ \ud800'
  const hosted = aHostedInvoice({
    account_name: words,
    customer_name: words,
    footer: words,
    description: words,
  })
  expect((await pagesOf({ ...hosted, lines: [aLine({ description: words })] })).length).toBe(1)
})

test('any currency and amount can be printed', async () => {
  const lines = [aLine({ currency: 'krw', amount: 99_999_999, quantity_decimal: '123456789.123456789012' })]
  expect((await pagesOf(aHostedInvoice({ currency: 'krw' }, { lines }))).length).toBe(1)
})

test('leads to the hosted page while there is something to pay', async () => {
  expect(linkCount(await pagesOf(aHostedInvoice()))).toBe(1)
  expect(linkCount(await pagesOf(aPaidInvoice()))).toBe(0)
})

test('the same invoice always gives the same file details', async () => {
  const doc = await PDFDocument.load(await invoicePdf(aHostedInvoice()), { updateMetadata: false })
  expect(doc.getTitle()).toBe('Invoice ADA-0007')
  expect(doc.getAuthor()).toBe('Ada Studio')
  expect(doc.getCreationDate()).toEqual(new Date('2026-11-20T09:00:00Z'))
})

test('is served under the name of the invoice, and a draft has none', async () => {
  const response = await web(fakeAdmin().admin).request('/invoices/tok/pdf')
  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(response.headers.get('content-disposition')).toBe('inline; filename="Invoice-ADA-0007.pdf"')
  const draft = await web(fakeAdmin(aHostedInvoice({ status: 'draft' })).admin).request('/invoices/tok/pdf')
  expect(draft.status).toBe(404)
})
