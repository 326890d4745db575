import { expect } from 'vitest'
import { rule } from '../harness/rule'

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

rule('the key is a bearer token', 'api/authentication', async ({ api, key }) => {
  const answer = await api('/v1/customers?limit=1', { headers: { authorization: `Bearer ${key}` } })
  expect(answer.status).toBe(200)
})

rule(
  'the key is the user of basic authentication, without a password',
  'api/authentication',
  async (world) => {
    const { id } = await world.customer()
    const answer = await world.api(`/v1/customers/${id}`, {
      headers: { authorization: basic(`${world.key}:`) },
    })
    expect(answer).toMatchObject({ status: 200, body: { id } })
  },
)

rule('without a key nothing is answered, and the way is told', 'api/authentication', async ({ api }) => {
  const { status, headers, body } = await api('/v1/customers', { headers: { authorization: null } })
  expect(status).toBe(401)
  expect(headers.get('www-authenticate')).toMatch(/realm="Stripe"/)
  expect(body.error).toMatchObject({
    type: 'invalid_request_error',
    message: expect.stringMatching(
      /^You did not provide an API key\. You need to provide your API key in the Authorization header, using Bearer auth/,
    ),
  })
})

rule('an empty bearer token is no key', 'api/authentication', async ({ api }) => {
  const { status, body } = await api('/v1/customers', { headers: { authorization: 'Bearer ' } })
  expect(status).toBe(401)
  expect(body.error).toMatchObject({ message: expect.stringMatching(/^You did not provide an API key/) })
})

rule('a word that is no key is refused, and most of it hidden', 'api/authentication', async ({ api }) => {
  const word = 'sk_nonsense_abcdefgh1234'
  const { status, body } = await api('/v1/customers', { headers: { authorization: `Bearer ${word}` } })
  expect(status).toBe(401)
  expect(body.error).toMatchObject({
    type: 'invalid_request_error',
    message: expect.stringMatching(/^Invalid API Key provided: .*\*+1234$/),
  })
  expect(JSON.stringify(body)).not.toContain(word)
})

rule('a live key is no key of the test mode', 'keys', async ({ api }) => {
  const authorization = 'Bearer sk_live_abcdefghijklmnop1234'
  const { status, body } = await api('/v1/customers', { headers: { authorization } })
  expect(status).toBe(401)
  expect(body.error).toMatchObject({
    message: expect.stringMatching(/^Invalid API Key provided: sk_live_\*+1234$/),
  })
})

rule(
  'a refused key is an authentication error to the SDK',
  'api/errors/handling',
  async ({ refusal, stripe }) => {
    const error = await refusal(stripe.customers.list({}, { apiKey: 'sk_nonsense_abcdefgh1234' }))
    expect(error).toMatchObject({
      type: 'StripeAuthenticationError',
      rawType: 'invalid_request_error',
      statusCode: 401,
      requestId: expect.stringMatching(/^req_/),
    })
  },
)

rule('a refused call does nothing', 'api/authentication', async ({ api, stripe }) => {
  const email = `refused-${Date.now()}@example.com`
  const body = `email=${encodeURIComponent(email)}`
  await api('/v1/customers', { method: 'POST', body, headers: { authorization: null } })
  expect((await stripe.customers.list({ email })).data).toEqual([])
})

rule(
  'an account that is not connected is out of reach',
  'api/connected-accounts',
  async ({ refusal, stripe }) => {
    const error = await refusal(stripe.customers.list({}, { stripeAccount: 'acct_1Nobody00000000x' }))
    expect(error).toMatchObject({ type: 'StripePermissionError', code: 'account_invalid', statusCode: 403 })
    expect(error.message).toMatch(
      /^The provided key '.+' does not have access to account 'acct_1Nobody00000000x' \(or that account does not exist\)\. Application access may have been revoked\.$/,
    )
  },
)

rule(
  'naming the own account is the same as naming none',
  'api/connected-accounts',
  async ({ customer, stripe }) => {
    const { id: account } = await stripe.accounts.retrieveCurrent()
    const { id } = await customer()
    expect(await stripe.customers.retrieve(id, {}, { stripeAccount: account })).toMatchObject({ id })
  },
)

rule('a publishable key is no secret key', 'keys', async ({ api }) => {
  const authorization = 'Bearer pk_test_abcdefghijklmnop1234'
  const { status, body } = await api('/v1/customers', { headers: { authorization } })
  expect(status).toBe(401)
  expect(body.error).toMatchObject({ type: 'invalid_request_error' })
})
