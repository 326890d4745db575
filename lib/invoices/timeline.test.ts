import { expect, test } from 'vitest'
import { timelineOf } from './timeline'

const at = (seconds: number) => new Date(Date.UTC(2027, 0, 5) + seconds * 1000)
const deed = (kind: string, seconds: number) => ({
  id: kind,
  kind,
  userId: null,
  detail: {},
  createdAt: at(seconds),
})
const event = (type: string, seconds: number, failure: string | null = null) => ({
  eventId: `evt_${type}`,
  type,
  failure,
  createdAt: at(seconds),
})

test('tells one second in the order of an invoice life', () => {
  const events = [
    event('invoice.paid', 0),
    event('payment_intent.payment_failed', 0, 'Your card was declined.'),
    event('invoice.sent', 0),
    event('invoice.finalized', 0),
  ]
  const titles = timelineOf([deed('send_started', 0.9)], events).map(({ title }) => title)
  expect(titles).toEqual(['Send pressed', 'Finalized', 'E-mailed to the client', 'Payment failed', 'Paid'])
})

test('tells what Stripe did before what we asked for next, within one second', () => {
  const events = [event('invoice.paid', 0), event('invoice.sent', 0), event('invoice.finalized', 0)]
  const deeds = [deed('mark_paid_asked', 0.4), deed('send_started', 0.1), deed('created', 0)]
  expect(timelineOf(deeds, events).map(({ title }) => title)).toEqual([
    'Draft created',
    'Send pressed',
    'Finalized',
    'E-mailed to the client',
    'Marked as paid outside Stripe',
    'Paid',
  ])
})

test('puts what happened later later, whatever it is', () => {
  const entries = timelineOf([deed('send_started', 60)], [event('invoice.paid', 0)])
  expect(entries.map(({ kind }) => kind)).toEqual(['invoice.paid', 'send_started'])
})

test('leaves out what it has no words for', () => {
  expect(timelineOf([deed('status', 0)], [event('invoice.updated', 0)])).toEqual([])
})

test('says why a payment failed and what a message said', () => {
  const failed = { ...deed('send_failed', 0), detail: { message: 'No such tax rate.' } }
  const [first, second] = timelineOf([failed], [event('payment_intent.payment_failed', 1, 'Declined.')])
  expect([first?.detail, second?.detail]).toEqual(['No such tax rate.', 'Declined.'])
})
