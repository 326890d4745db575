import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '@/db/schema/uuid'
import { onEachDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { type Draft, emptyLine } from '@/lib/documents/draft/draft'
import { readDraft } from '@/lib/invoices/read/queries'
import {
  type Atelier,
  addDraft,
  draftFor,
  lineOf,
  must,
  openAtelier,
  sendPatiently,
} from '@/lib/invoices/testing/testing'
import { proofSize } from '@/lib/testing/proof-size'
import { saveDraft } from './draft'

onEachDatabase(() => {
  let atelier: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
  })

  const save = (id: string, version: number, draft: Draft) =>
    saveDraft(atelier.member, { id, version, draft })

  test('keeps what was typed, word for word and in its order', async () => {
    const id = uuidv7()
    const draft = draftFor(atelier.clientId, {
      memo: 'Grüße 👩‍👩‍👧 <b>&</b>',
      taxBehavior: 'inclusive',
      terms: { kind: 'date', date: '2031-02-28' },
      discount: { kind: 'amount', value: '5.5' },
      lines: [
        lineOf('3'),
        { ...lineOf(''), quantity: '', description: '' },
        { ...lineOf('1'), taxPercent: '0' },
      ],
    })
    must(await save(id, 0, draft))
    expect(await forWorkspace(atelier.member.workspaceId, (tx) => readDraft(tx, id))).toMatchObject({
      id,
      version: 1,
      draft,
    })
  })

  test('any draft that may be saved comes back the same', async () => {
    // Data that came through JSON has a prototype.
    const plain = { noNullPrototype: true }
    const decimal = fc.constantFrom('', '0', '1', '0.5', '1999.5', '-3.25', '123456.789')
    const discount = fc.option(
      fc.record({ kind: fc.constantFrom('percent', 'amount'), value: decimal }, plain),
      {
        nil: null,
      },
    )
    const cells = fc.record(
      {
        description: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll('\0', '')),
        quantity: decimal,
        unitPrice: decimal,
        taxPercent: decimal,
        discount,
      },
      plain,
    )
    const line = cells.map((given) => emptyLine(uuidv7(), given))
    const any = fc.record({ lines: fc.array(line, { maxLength: 6 }), discount }, plain)
    await fc.assert(
      fc.asyncProperty(any, async (changes) => {
        const id = uuidv7()
        const draft = draftFor(null, changes)
        must(await save(id, 0, draft))
        expect((await forWorkspace(atelier.member.workspaceId, (tx) => readDraft(tx, id)))?.draft).toEqual(
          draft,
        )
      }),
      { numRuns: proofSize(25, 500) },
    )
  })

  test('a save with an old version gets the newer text and writes nothing', async () => {
    const { id, version } = await addDraft(atelier)
    const mine = draftFor(atelier.clientId, { memo: 'mine' })
    expect(must(await save(id, version, mine))).toMatchObject({ state: 'saved', version: 2 })
    const theirs = must(await save(id, version, draftFor(atelier.clientId, { memo: 'theirs' })))
    expect(theirs).toMatchObject({ state: 'conflict', stored: { id, version: 2, draft: mine } })
    expect(await forWorkspace(atelier.member.workspaceId, (tx) => readDraft(tx, id))).toMatchObject({
      version: 2,
      draft: mine,
    })
  })

  test('a save whose answer was lost may be repeated', async () => {
    const id = uuidv7()
    const draft = draftFor(atelier.clientId)
    must(await save(id, 0, draft))
    expect(must(await save(id, 0, draft))).toMatchObject({ state: 'saved', version: 1 })
  })

  test('of saves at the same moment one wins and the others hear of it', async () => {
    const { id, version } = await addDraft(atelier)
    const results = await Promise.all(
      ['a', 'b', 'c'].map((memo) => save(id, version, draftFor(atelier.clientId, { memo }))),
    )
    expect(results.map((result) => must(result).state).sort()).toEqual(['conflict', 'conflict', 'saved'])
  })

  test('a sent invoice can change no more', async () => {
    const { id, version } = await addDraft(atelier)
    must(await sendPatiently(atelier.member, { id, version, kind: 'finalize' }))
    expect(await save(id, version, draftFor(atelier.clientId))).toMatchObject({ code: 'illegal_transition' })
    expect(await forWorkspace(atelier.member.workspaceId, (tx) => readDraft(tx, id))).toBeNull()
  })

  test('refuses a client, a draft and a line of somebody else', async () => {
    const stranger = await openAtelier()
    const theirs = await addDraft(stranger)
    expect(await save(uuidv7(), 0, draftFor(stranger.clientId))).toMatchObject({
      code: 'client_required',
      field: 'clientId',
    })
    expect(await save(theirs.id, theirs.version, draftFor(atelier.clientId))).toMatchObject({
      code: 'not_found',
    })
    const line = lineOf('1')
    expect(await save(uuidv7(), 0, draftFor(null, { lines: [line, line] }))).toMatchObject({
      code: 'invalid',
    })
  })
})
