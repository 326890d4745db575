import { expect, test } from 'vitest'
import { sampleSummary } from '@/lib/invoices/testing/sample-summary'
import { statusChanges } from './changes'

const TODAY = '2027-01-02'
const open = sampleSummary()
const paid = sampleSummary({ status: 'paid', amountRemainingMinor: 0 })

test('a row that was paid is said with its number', () => {
  expect(statusChanges([open], [paid], TODAY)).toBe('AB12-0001 is now: Paid.')
})

test('a failed payment is said too, although the status stays open', () => {
  expect(statusChanges([open], [sampleSummary({ paymentState: 'failed' })], TODAY)).toBe(
    'AB12-0001 is now: Payment failed.',
  )
})

test('a draft without a number is called by its client', () => {
  const draft = sampleSummary({ status: 'draft', number: null, sentAt: null })
  const sending = { ...draft, send: { state: 'open' as const, step: 'create', tries: 1, error: null } }
  expect(statusChanges([draft], [sending], TODAY)).toBe('The draft for Ada is now: Sending.')
})

test('rows that come, go or change otherwise are not read out', () => {
  const other = sampleSummary({ id: '01936f00-0000-7000-8000-000000000009' })
  expect(statusChanges([open, other], [{ ...open, updatedAt: '2027-01-02T00:00:00.000Z' }], TODAY)).toBe('')
  expect(statusChanges([open], [open, other], TODAY)).toBe('')
})
