import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { failureOf, isMissing } from './failures'

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

test('an error of another copy of the library counts like one of ours', () => {
  class StripeError extends Error {
    type = 'StripeInvalidRequestError'
    rawType = 'invalid_request_error'
    statusCode = 404
    code = 'resource_missing'
    param = 'customer'
    requestId = 'req_1'
    headers = { 'request-id': 'req_1' }
    charge = undefined
  }
  const theirs = new StripeError('No such customer')
  expect(theirs).not.toBeInstanceOf(errors.StripeError)
  expect(isMissing(theirs)).toBe(true)
  expect(failureOf(theirs)).toMatchObject({ kind: 'definite', code: 'client_gone', field: 'clientId' })
  const copies = { StripeRateLimitError: 429, StripeAPIError: 500, StripeConnectionError: undefined }
  for (const [type, statusCode] of Object.entries(copies))
    expect(failureOf(Object.assign(new StripeError(), { type, statusCode }))).toMatchObject({
      kind: 'unknown',
    })
  for (const type of ['StripeAuthenticationError', 'StripePermissionError'])
    expect(failureOf(Object.assign(new StripeError(), { type }))).toMatchObject({
      code: 'stripe_disconnected',
    })
  const reused = Object.assign(new StripeError(), { type: 'StripeIdempotencyError' })
  expect(failureOf(reused)).toMatchObject({ kind: 'bug' })
})

test('an error that is not from Stripe is thrown on', () => {
  expect(() => failureOf(new TypeError('ours'))).toThrow('ours')
  expect(isMissing(new TypeError('ours'))).toBe(false)
})
