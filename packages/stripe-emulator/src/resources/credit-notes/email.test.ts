import { expect, test } from 'vitest'
import { open } from '../../testing/bill'
import { start } from '../../testing/start'
import { creditNoteToken, readCreditNoteToken } from './link'

const { stripe, emulator } = await start()

test('a note is sent to the customer, unless it is told not to be', async () => {
  const { id, customer_email } = await open(stripe)
  const note = await stripe.creditNotes.create({ invoice: id, amount: 100 })
  await stripe.creditNotes.create({ invoice: id, amount: 100, email_type: 'none' })
  expect(emulator.admin.outbox()).toMatchObject([
    { kind: 'credit_note', creditNote: note.id, invoice: id, to: customer_email },
  ])
})

test('the address of its PDF names the account and the note', async () => {
  const { id } = await open(stripe)
  const note = await stripe.creditNotes.create({ invoice: id, amount: 100 })
  const [, token = ''] = /\/credit_notes\/([^/]+)\/pdf$/.exec(note.pdf) ?? []
  const account = emulator.admin.accounts()[0]?.id
  expect(readCreditNoteToken(token)).toEqual({ account, creditNote: note.id })
})

test('a token that is no credit note’s is read as nothing', () => {
  expect(readCreditNoteToken(creditNoteToken('acct_1', 'cn_1'))).toEqual({
    account: 'acct_1',
    creditNote: 'cn_1',
  })
  for (const text of ['', 'acct_1', 'acct_1,in_1,1800000000']) {
    expect(readCreditNoteToken(`test_${Buffer.from(text).toString('base64url')}`)).toBeUndefined()
  }
})
