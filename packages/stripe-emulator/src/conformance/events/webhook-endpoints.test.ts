import { expect } from 'vitest'
import { rule } from '../harness/rule'

const SECTION = 'api/webhook_endpoints'
const url = 'https://example.com/hook'

rule('the secret of an endpoint is shown once', SECTION, async ({ stripe }) => {
  const made = await stripe.webhookEndpoints.create({ url, enabled_events: ['invoice.paid'] })
  expect(made).toMatchObject({
    id: expect.stringMatching(/^we_/),
    object: 'webhook_endpoint',
    secret: expect.stringMatching(/^whsec_\w{20,}$/),
    enabled_events: ['invoice.paid'],
    status: 'enabled',
    livemode: false,
    url,
  })
  expect(await stripe.webhookEndpoints.retrieve(made.id)).not.toHaveProperty('secret')
  expect(await stripe.webhookEndpoints.update(made.id, { description: 'x' })).not.toHaveProperty('secret')
  await stripe.webhookEndpoints.del(made.id)
})

rule('an endpoint may ask for a version', SECTION, async ({ stripe }) => {
  const api_version = '2026-10-28.endive'
  const versioned = await stripe.webhookEndpoints.create({ url, enabled_events: ['*'], api_version })
  expect(versioned.api_version).toBe(api_version)
  const plain = await stripe.webhookEndpoints.create({ url, enabled_events: ['*'] })
  expect(plain.api_version).toBeNull()
  for (const { id } of [versioned, plain]) await stripe.webhookEndpoints.del(id)
})

rule('an endpoint is changed, disabled and enabled', SECTION, async ({ stripe }) => {
  const { id } = await stripe.webhookEndpoints.create({ url, enabled_events: ['*'] })
  const change = {
    url: 'https://example.com/other',
    enabled_events: ['invoice.paid' as const],
    metadata: { a: '1' },
  }
  expect(await stripe.webhookEndpoints.update(id, change)).toMatchObject(change)
  expect(await stripe.webhookEndpoints.update(id, { disabled: true })).toMatchObject({ status: 'disabled' })
  expect(await stripe.webhookEndpoints.update(id, { disabled: false })).toMatchObject({ status: 'enabled' })
  await stripe.webhookEndpoints.del(id)
})

rule('a deleted endpoint is gone', SECTION, async ({ refusal, stripe }) => {
  const { id } = await stripe.webhookEndpoints.create({ url, enabled_events: ['*'] })
  expect(await stripe.webhookEndpoints.del(id)).toMatchObject({
    id,
    object: 'webhook_endpoint',
    deleted: true,
  })
  expect(await refusal(stripe.webhookEndpoints.retrieve(id))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
    message: `No such webhook endpoint: '${id}'`,
  })
})

rule('endpoints are listed newest first', SECTION, async ({ stripe }) => {
  const one = await stripe.webhookEndpoints.create({ url, enabled_events: ['*'] })
  const two = await stripe.webhookEndpoints.create({ url, enabled_events: ['*'] })
  const { data } = await stripe.webhookEndpoints.list({ limit: 2 })
  expect(data.map((endpoint) => endpoint.id)).toEqual([two.id, one.id])
  for (const { id } of [one, two]) await stripe.webhookEndpoints.del(id)
})

rule('an endpoint needs an address and something to hear', SECTION, async ({ api }) => {
  const post = async (body: string) =>
    (await api('/v1/webhook_endpoints', { method: 'POST', body })).body.error
  expect(await post('enabled_events[]=*')).toMatchObject({ code: 'parameter_missing', param: 'url' })
  expect(await post(`url=${url}`)).toMatchObject({ code: 'parameter_missing', param: 'enabled_events' })
})

rule('an endpoint’s address needs a scheme', SECTION, async ({ refusal, stripe }) => {
  const error = await refusal(stripe.webhookEndpoints.create({ url: 'example.com', enabled_events: ['*'] }))
  expect(error).toMatchObject({ statusCode: 400, code: 'url_invalid', param: 'url' })
})

rule('an endpoint may only ask for event types that exist', SECTION, async ({ api }) => {
  const body = `url=${url}&enabled_events[]=invoice.eaten`
  const answer = await api('/v1/webhook_endpoints', { method: 'POST', body })
  expect(answer.status).toBe(400)
  expect(answer.body.error).toMatchObject({ param: 'enabled_events[0]' })
})
