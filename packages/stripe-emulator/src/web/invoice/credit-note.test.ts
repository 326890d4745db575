import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { fakeAdmin } from '../testing/admin'
import { aHostedCreditNote } from '../testing/credit-note'
import { aHostedInvoice } from '../testing/hosted'
import { web } from '../web'

test('a credit note is served as a PDF under its number', async () => {
  const app = web(fakeAdmin(aHostedInvoice(), { creditNote: aHostedCreditNote() }).admin)
  const response = await app.request('/credit_notes/tok/pdf')
  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(response.headers.get('content-disposition')).toBe(
    'inline; filename="Credit-note-ADA-0007-CN-01.pdf"',
  )
  const doc = await PDFDocument.load(await response.arrayBuffer())
  expect(doc.getTitle()).toBe('Credit note ADA-0007-CN-01')
})

test('an unknown credit note is a 404', async () => {
  expect((await web(fakeAdmin().admin).request('/credit_notes/none/pdf')).status).toBe(404)
})
