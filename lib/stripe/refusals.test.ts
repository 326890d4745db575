import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { failureOf, isMissing } from './refusals'

const { errors } = Stripe
const said = (statusCode: number, more: object = {}) => ({
  type: 'invalid_request_error' as const,
  statusCode,
  ...more,
})

test.each([
  [
    'a broken connection',
    new errors.StripeConnectionError({ message: 'socket hang up', type: 'api_error' }),
    false,
  ],
  ['409', new errors.StripeAPIError(said(409, { code: 'idempotency_key_in_use' })), false],
  ['429', new errors.StripeRateLimitError(said(429)), false],
  ['500', new errors.StripeAPIError(said(500)), true],
])('%s leaves the outcome unknown', (_, error, answered) => {
  expect(failureOf(error)).toMatchObject({ kind: 'unknown', answered })
})

test('a key used for something else is our own mistake', () => {
  expect(failureOf(new errors.StripeIdempotencyError(said(400)))).toMatchObject({ kind: 'bug' })
})

test.each([
  [401, new errors.StripeAuthenticationError(said(401)), 'stripe_disconnected', undefined],
  [403, new errors.StripePermissionError(said(403)), 'stripe_disconnected', undefined],
  [
    400,
    new errors.StripeInvalidRequestError(said(400, { code: 'resource_missing', param: 'customer' })),
    'client_gone',
    'clientId',
  ],
  [
    400,
    new errors.StripeInvalidRequestError(said(400, { message: 'Missing email.' })),
    'client_email_required',
    'clientId',
  ],
  [400, new errors.StripeInvalidRequestError(said(400, { param: 'due_date' })), 'due_in_past', 'terms.date'],
  [
    400,
    new errors.StripeInvalidRequestError(said(400, { message: 'Something new' })),
    'stripe_refused',
    undefined,
  ],
])('a %i is definite, in words for a person', (_, error, code, field) => {
  const failure = failureOf(error)
  expect(failure).toMatchObject({ kind: 'definite', code })
  expect(failure.kind === 'definite' && failure.field).toBe(field)
})

test('an error that is not from Stripe is thrown on', () => {
  expect(() => failureOf(new TypeError('ours'))).toThrow('ours')
  expect(isMissing(new TypeError('ours'))).toBe(false)
})
