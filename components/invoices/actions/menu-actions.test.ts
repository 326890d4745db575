import { expect, test } from 'vitest'
import { sampleSummary } from '@/lib/invoices/testing/sample-summary'
import { menuEntries } from './menu-actions'

const draft = sampleSummary({ status: 'draft', number: null, sentAt: null })

function possible(...args: Parameters<typeof menuEntries>) {
  return menuEntries(...args).flatMap(({ action, reason }) => (reason === undefined ? action : []))
}

test('a draft can be edited, copied and deleted', () => {
  expect(possible(draft, true)).toEqual(['edit', 'duplicate', 'delete_draft'])
})

test('an open invoice can be handed over and ended, but not edited', () => {
  expect(possible(sampleSummary(), true)).toEqual([
    'copy_link',
    'pdf',
    'send_again',
    'duplicate',
    'mark_paid',
    'mark_uncollectible',
    'void',
  ])
})

test('an action that is not possible says why', () => {
  const entries = menuEntries(sampleSummary({ status: 'paid', amountRemainingMinor: 0 }), true)
  const blocked = entries.filter(({ reason }) => reason !== undefined)
  expect(blocked.map(({ action }) => action)).toEqual([
    'send_again',
    'edit',
    'mark_paid',
    'mark_uncollectible',
    'void',
  ])
  for (const { reason } of blocked) expect(reason).toMatch(/\.$/)
})

test('who only reads is offered what only reads', () => {
  expect(menuEntries(sampleSummary(), false).map(({ action }) => action)).toEqual(['copy_link', 'pdf'])
})
