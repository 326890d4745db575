import { beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { type Draft, LINES_MAX } from '@/lib/documents/draft/draft'
import { DESCRIPTION_MAX, FOOTER_MAX, MEMO_MAX } from '@/lib/documents/fields'
import { refreshInvoice } from '@/lib/invoices/actions'
import { readDraft } from '@/lib/invoices/read/queries'
import { expectUnsavable, expectUnsendable, saveNew, sendNew, withLine } from '@/lib/invoices/testing/form'
import { type Atelier, lineOf, must, openAtelier, shown } from '@/lib/invoices/testing/testing'

onEachDatabase(() => {
  let atelier: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
  })

  test('an invoice of 250 lines is sent, and all of them are read back in their order', async () => {
    const id = await sendNew(atelier, lines(LINES_MAX))
    must(await atelier.browser.run(() => refreshInvoice({ id })))
    const invoice = await shown(atelier, id)
    expect(invoice.lines.map(({ unitPrice }) => unitPrice)).toEqual(lines(LINES_MAX).lines.map(priceOf))
    const [theirs] = atelier.emulator.admin.invoices(atelier.account)
    const hosted = atelier.emulator.admin.invoiceByToken(tokenOf(theirs?.hosted_invoice_url))
    expect(hosted?.lines).toHaveLength(LINES_MAX)
  })

  test('251 lines are refused', async () => {
    await expectUnsavable(atelier, lines(LINES_MAX + 1), { code: 'too_many_lines', field: 'draft.lines' })
  })

  test('an invoice without lines is refused', async () => {
    await expectUnsendable(atelier, { lines: [] }, { code: 'no_lines', field: 'lines' })
  })

  test('a description of 5,000 characters is sent, emoji counting as one each', async () => {
    for (const description of ['x'.repeat(DESCRIPTION_MAX), '🧾'.repeat(DESCRIPTION_MAX)]) {
      const id = await sendNew(atelier, withLine({ description }))
      expect((await shown(atelier, id)).lines[0]?.description).toBe(description)
    }
  })

  test('one of 5,001 characters is refused', async () => {
    const description = 'x'.repeat(DESCRIPTION_MAX + 1)
    const refusal = { code: 'too_long', field: 'draft.lines.0.description' }
    await expectUnsavable(atelier, withLine({ description }), refusal)
  })

  test.for([
    ['memo', MEMO_MAX],
    ['footer', FOOTER_MAX],
  ] as const)('a %s of %i characters is kept, one more is refused', async ([field, max]) => {
    const { request } = await saveNew(atelier, { [field]: 'x'.repeat(max) })
    expect(await shown(atelier, request.id)).toMatchObject({ [field]: 'x'.repeat(max) })
    const refusal = { code: 'too_long', field: `draft.${field}` }
    await expectUnsavable(atelier, { [field]: 'x'.repeat(max + 1) }, refusal)
  })

  test.for(['', '\u200b'])('the description %j is asked for', async (description) => {
    const refusal = { code: 'required', field: 'lines.0.description' }
    await expectUnsendable(atelier, withLine({ description }), refusal)
  })

  test('spaces are no description', async () => {
    const { request } = await saveNew(atelier, withLine({ description: '   ' }))
    expect(
      (await forWorkspace(atelier.member.workspaceId, (tx) => readDraft(tx, request.id)))?.draft.lines[0]
        ?.description,
    ).toBe('')
  })

  test('right-to-left text stays, and what reorders its neighbours goes', async () => {
    const id = await sendNew(atelier, { memo: 'שלום \u202e00.1 latot\u202c' })
    expect(await shown(atelier, id)).toMatchObject({ memo: 'שלום 00.1 latot' })
  })

  test('of a thousand marks on one letter eight stay', async () => {
    const { request } = await saveNew(atelier, { memo: `Z${'\u0337'.repeat(1_000)}algo` })
    expect(await shown(atelier, request.id)).toMatchObject({ memo: `Z${'\u0337'.repeat(8)}algo` })
  })

  test.for(['a\0b', '\0', 'a\ud800'])('%j, which no database can hold, is refused', async (text) => {
    const code = 'text_unreadable'
    await expectUnsavable(atelier, { memo: text }, { code, field: 'draft.memo' })
    await expectUnsavable(atelier, { footer: text }, { code, field: 'draft.footer' })
    const field = 'draft.lines.0.description'
    await expectUnsavable(atelier, withLine({ description: text }), { code, field })
  })

  test('a megabyte in the memo is refused, and the draft is as it was', async () => {
    await expectUnsavable(atelier, { memo: 'x'.repeat(1_000_000) }, { code: 'invalid' })
  })
})

function lines(count: number) {
  return { lines: Array.from({ length: count }, (_, i) => lineOf(String(i + 1))) } satisfies Partial<Draft>
}

function priceOf({ unitPrice }: Draft['lines'][number]) {
  return unitPrice
}

function tokenOf(url: string | null | undefined) {
  return String(url).split('/').at(-1) ?? ''
}
