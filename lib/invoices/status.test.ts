import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowedActions, INVOICE_ACTIONS } from './allowed-actions'
import {
  badgeOf,
  canTransition,
  deriveFlags,
  INVOICE_STATUSES,
  type StatusFacts,
  TRANSITIONS,
} from './status'

const TODAY = '2026-11-22'
const failed = { state: 'failed', step: 'finalize', tries: 1, error: { code: 'x', message: 'X' } } as const
const sending = { state: 'open', step: 'create', tries: 0, error: null } as const

test('lets invoices move only as Stripe does', () => {
  expect(canTransition('draft', 'open')).toBe(true)
  expect(canTransition('open', 'void')).toBe(true)
  expect(canTransition('uncollectible', 'paid')).toBe(true)
  expect(canTransition('paid', 'void')).toBe(false)
  expect(canTransition('void', 'paid')).toBe(false)
})

test('never leads back to a draft, and ends in paid or void', () => {
  expect(Object.values(TRANSITIONS).flat()).not.toContain('draft')
  expect(INVOICE_STATUSES.filter((status) => TRANSITIONS[status].length === 0)).toEqual(['paid', 'void'])
})

test.for<[Partial<StatusFacts>, string[]]>([
  [{}, []],
  [{ dueDate: '2026-11-21' }, ['overdue']],
  [{ dueDate: '2026-11-22' }, ['due_soon']],
  [{ dueDate: '2026-11-25' }, ['due_soon']],
  [{ dueDate: '2026-11-26' }, []],
  [{ dueDate: '2026-11-21', status: 'paid' }, []],
  [{ dueDate: '2026-11-21', status: 'draft' }, []],
  [{ amountRemainingMinor: 400 }, ['partly_paid']],
  [{ amountRemainingMinor: 400, status: 'void' }, []],
  [{ paymentState: 'processing', dueDate: '2026-11-21' }, ['processing', 'overdue']],
  [{ paymentState: 'failed', dueDate: '2026-11-21' }, ['payment_failed', 'overdue']],
  [{ send: sending, status: 'draft' }, ['sending']],
  [{ send: failed, status: 'draft' }, ['needs_attention']],
  [{ send: failed, status: 'paid' }, []],
  [{ sentAt: '2026-11-01T00:00:00Z' }, ['sent']],
])('derives from %o the flags %o', ([facts, flags]) => {
  expect(deriveFlags(invoice(facts), TODAY)).toEqual(flags)
})

test('shows the most pressing word, and the status when nothing presses', () => {
  expect(badgeOf(invoice({ sentAt: '2026-11-01T00:00:00Z' }), TODAY)).toBe('open')
  expect(badgeOf(invoice({ dueDate: '2026-11-21', amountRemainingMinor: 400 }), TODAY)).toBe('overdue')
  expect(badgeOf(invoice({ status: 'paid', amountRemainingMinor: 0 }), TODAY)).toBe('paid')
})

test.for<[Partial<StatusFacts>, string[]]>([
  [{ status: 'draft' }, ['edit', 'delete_draft', 'send', 'finalize']],
  [{ status: 'draft', send: sending }, []],
  [{ status: 'open' }, ['send_again', 'copy_link', 'pdf', 'mark_paid', 'void', 'mark_uncollectible']],
  [{ status: 'open', paymentState: 'processing' }, ['send_again', 'copy_link', 'pdf']],
  [
    { status: 'open', amountRemainingMinor: 400 },
    ['send_again', 'copy_link', 'pdf', 'mark_paid', 'mark_uncollectible'],
  ],
  [{ status: 'paid', amountRemainingMinor: 0 }, ['copy_link', 'pdf']],
  [{ status: 'void' }, ['copy_link', 'pdf']],
  [{ status: 'uncollectible' }, ['copy_link', 'pdf', 'mark_paid', 'void']],
])('allows on %o exactly %o', ([facts, expected]) => {
  const allowed = allowedActions(invoice(facts))
  expect(INVOICE_ACTIONS.filter((action) => allowed[action].allowed)).toEqual(expected)
})

test('says why in a sentence, and never allows what Stripe would refuse', () => {
  fc.assert(
    fc.property(anyInvoice, (facts) => {
      const allowed = allowedActions(facts)
      for (const answer of Object.values(allowed)) {
        if (!answer.allowed) expect(answer.reason).toMatch(/^[A-Z].+\.$/)
      }
      if (allowed.void.allowed) expect(canTransition(facts.status, 'void')).toBe(true)
      if (allowed.mark_paid.allowed) expect(canTransition(facts.status, 'paid')).toBe(true)
      if (allowed.send.allowed) expect(canTransition(facts.status, 'open')).toBe(true)
      if (allowed.mark_uncollectible.allowed) expect(canTransition(facts.status, 'uncollectible')).toBe(true)
    }),
  )
})

const anyInvoice = fc.record<StatusFacts>({
  status: fc.constantFrom(...INVOICE_STATUSES),
  dueDate: fc.constantFrom(null, '2026-11-21'),
  totalMinor: fc.constant(1000),
  amountRemainingMinor: fc.constantFrom(0, 400, 1000),
  paymentState: fc.constantFrom('none', 'processing', 'requires_action', 'failed'),
  send: fc.constantFrom(null, sending, failed),
  sentAt: fc.constant(null),
})

function invoice(more: Partial<StatusFacts>): StatusFacts {
  return {
    status: 'open',
    dueDate: null,
    totalMinor: 1000,
    amountRemainingMinor: 1000,
    paymentState: 'none',
    send: null,
    sentAt: null,
    ...more,
  }
}
