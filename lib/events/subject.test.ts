import { expect, test } from 'vitest'
import { TOLD_EVENTS } from '@/lib/invoices/timeline'
import { HEARD_TYPES } from '@/lib/stripe/event-types'
import { subjectOf } from './subject'

test.each([
  ['invoice.paid', { object: 'invoice', id: 'in_1' }, { kind: 'invoice', id: 'in_1' }],
  ['invoice_payment.paid', { object: 'invoice_payment', invoice: 'in_1' }, { kind: 'invoice', id: 'in_1' }],
  [
    'credit_note.created',
    { object: 'credit_note', invoice: { id: 'in_1' } },
    { kind: 'invoice', id: 'in_1' },
  ],
  [
    'payment_intent.processing',
    { object: 'payment_intent', id: 'pi_1' },
    { kind: 'payment', paymentIntent: 'pi_1' },
  ],
  ['customer.deleted', { object: 'customer', id: 'cus_1' }, { kind: 'customer_deleted', customer: 'cus_1' }],
  ['invoice.upcoming', { object: 'invoice', id: 'upcoming_in_1' }, { kind: 'nothing' }],
  ['payment_intent.created', { object: 'payment_intent', id: 'pi_1' }, { kind: 'nothing' }],
  ['something.new', { object: 'surprise', id: 7 }, { kind: 'nothing' }],
  ['invoice.paid', { object: 'invoice' }, { kind: 'nothing' }],
])('%s of %o', (type, object, expected) => {
  expect(subjectOf({ type, data: { object } })).toEqual(expected)
})

test('Stripe is asked for no more names than it takes, and for every event that a timeline tells', () => {
  expect(HEARD_TYPES.length).toBeLessThanOrEqual(20)
  expect(HEARD_TYPES).toEqual(expect.arrayContaining(TOLD_EVENTS))
})
