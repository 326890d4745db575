import type { Context } from 'hono'

/** Answers with a PDF that opens in the browser, and is saved under the name of what it prints. */
export function pdfAnswer(c: Context, name: string, bytes: Uint8Array) {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name.replace(/[^\w-]/g, '')}.pdf"`,
  })
}
