import { PageSizes, PDFDocument } from 'pdf-lib'
import type { HostedCreditNote, HostedInvoice } from '../../admin/admin'
import { formatMoney, type MoneyDisplay } from '../../money/format'
import { creditNoteDocumentOf, issuedAt } from '../document/credit-note'
import { documentOf, type PrintedDocument } from '../document/document'
import { type Canvas, contentWidth, MARGIN, openCanvas, type Style, writeLine } from './canvas'
import { writeClosing } from './closing'
import { embedFonts } from './fonts'
import { writeLineTable } from './line-table'
import { writeOpening } from './opening'

const SMALL: Style = { size: 8, color: 'muted' }

/** Prints the invoice as a PDF file, on the paper size that finalization chose. */
export function invoicePdf(hosted: HostedInvoice): Promise<Uint8Array> {
  const { invoice } = hosted
  return print(hosted, (display) => documentOf(hosted, display), {
    issued: invoice.effective_at ?? invoice.created,
    payUrl: invoice.status === 'open' ? invoice.hosted_invoice_url : null,
  })
}

/** Prints the credit note as a PDF file, on the paper size of the invoice it corrects. */
export function creditNotePdf(hosted: HostedCreditNote): Promise<Uint8Array> {
  return print(hosted, (display) => creditNoteDocumentOf(hosted, display), {
    issued: issuedAt(hosted.note),
    payUrl: null,
  })
}

async function print(
  { invoice }: HostedInvoice,
  documentIn: (display: MoneyDisplay) => PrintedDocument,
  { issued, payUrl }: { issued: number; payUrl: string | null | undefined },
): Promise<Uint8Array> {
  const doc = await PDFDocument.create()
  const fonts = await embedFonts(doc)
  const document = documentIn(fonts.covers(formatMoney(0, invoice.currency)) ? 'symbol' : 'code')
  stampDetails(doc, document, issued)

  const isA4 = invoice.rendering?.pdf?.page_size === 'a4'
  const canvas = openCanvas(doc, fonts, isA4 ? PageSizes.A4 : PageSizes.Letter)
  writeOpening(canvas, document, payUrl ?? undefined)
  writeLineTable(canvas, document)
  writeClosing(canvas, document)
  numberPages(canvas, `${document.number} · ${document.headline}`)
  return doc.save()
}

/** Dated by the invoice, so that the same invoice always gives the same document. */
function stampDetails(doc: PDFDocument, { title, business, number }: PrintedDocument, issued: number): void {
  const date = new Date(issued * 1000)
  doc.setTitle(`${title} ${number}`, { showInWindowTitleBar: true })
  doc.setAuthor(business)
  doc.setLanguage('en')
  doc.setProducer('Local Stripe emulator')
  doc.setCreator('Local Stripe emulator')
  doc.setCreationDate(date)
  doc.setModificationDate(date)
}

function numberPages(canvas: Canvas, reference: string): void {
  const pages = canvas.doc.getPages()
  const width = contentWidth(canvas)
  for (const [index, page] of pages.entries()) {
    const foot = { ...canvas, page, y: canvas.size[1] - 40 }
    writeLine(foot, reference, SMALL, { x: MARGIN, width: width - 90 })
    writeLine(foot, `Page ${index + 1} of ${pages.length}`, SMALL, { x: MARGIN, width, align: 'right' })
  }
}
