import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing/testing'
import { createClient } from '@/lib/clients/actions'
import { sendNew } from '@/lib/invoices/testing/form'
import { type Atelier, lineOf, must, openAtelier, shown } from '@/lib/invoices/testing/testing'

testDatabase()

const HOSTILE = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '{{733*911}}', `\${733*911}`]
const EMOJI = '👩‍👩‍👧 🇩🇪 👋🏽 🏳️‍🌈'

let atelier: Atelier
beforeAll(async () => {
  atelier = await openAtelier()
})

test.for(HOSTILE)('%s in every field is text on every page, in the mail and in the PDF', async (text) => {
  const id = await sendTextOnly(text)
  const invoice = await shown(atelier, id)
  expect(invoice).toMatchObject({
    clientName: text,
    memo: text,
    footer: text,
    lines: [{ description: text }],
  })
  for (const page of await pagesOfClient()) {
    expect(page).toContain(escaped(text))
    if (text.includes('<')) expect(page).not.toContain(text)
    expect(page).not.toContain(String(733 * 911))
  }
})

test('families, flags and skin tones arrive whole', async () => {
  const id = await sendTextOnly(EMOJI)
  expect(await shown(atelier, id)).toMatchObject({ clientName: EMOJI, memo: EMOJI })
  for (const page of await pagesOfClient()) expect(page).toContain(EMOJI)
})

/** Sends an invoice on which everything that can be typed is `text`. */
async function sendTextOnly(text: string) {
  const part = text.slice(0, 200)
  const address = { line1: part, line2: part, city: part, postalCode: part, state: part, country: 'DE' }
  const client = { name: text, email: 'client@example.com', phone: '', address, language: '', note: text }
  const created = await atelier.browser.run(() => createClient(client))
  const clientId = must(created).id
  return sendNew(atelier, {
    clientId,
    memo: text,
    footer: text,
    lines: [{ ...lineOf('88'), description: text }],
  })
}

/** What the client gets: the hosted page and the e-mail, as HTML; the PDF must at least be made. */
async function pagesOfClient() {
  const [mail] = atelier.emulator.admin.outbox()
  const get = (path: string) =>
    atelier.emulator.fetch(new Request(`${atelier.emulator.admin.origin.replace(/\/emulator$/, '')}${path}`))
  const pdf = await get(`/invoices/${mail?.token}/pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  const pages = await Promise.all([get(`/invoices/${mail?.token}`), get(`/outbox/${mail?.id}`)])
  return Promise.all(pages.map((page) => page.text()))
}

function escaped(text: string) {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
