import type Stripe from 'stripe'
import { EVENT_TYPES } from '../../events/event-types'
import { newId, randomText } from '../../state/ids'
import { operation } from '../../transport/operation'
import { pageOf, paging } from '../../transport/pages'
import { bool, oneOf, text } from '../../transport/params/leaves'
import { list, metadata, required, unsettable } from '../../transport/params/params'
import { mergeMetadata } from '../../transport/params/shapes'
import { badParam } from '../../wire/refusal'
import type { Wire } from '../../wire/wire'

const events = list(oneOf('*', ...EVENT_TYPES))

const create = {
  api_version: text(),
  connect: bool(),
  description: unsettable(text()),
  enabled_events: required(events),
  metadata,
  url: required(text()),
}

const update = {
  description: unsettable(text()),
  disabled: bool(),
  enabled_events: events,
  metadata,
  url: text(),
}

export const webhookEndpointRoutes = [
  operation('POST', '/v1/webhook_endpoints', create, ({ unit, params }) => {
    refuseBadUrl(params.url)
    const endpoint: Wire<Stripe.WebhookEndpoint> = {
      id: newId('we'),
      object: 'webhook_endpoint',
      api_version: params.api_version ?? null,
      application: null,
      created: unit.now,
      description: params.description ?? null,
      enabled_events: params.enabled_events,
      livemode: false,
      metadata: mergeMetadata({}, params.metadata),
      status: 'enabled',
      url: params.url,
    }
    const secret = `whsec_${randomText(32)}`
    unit.put('webhook_endpoint', endpoint)
    unit.put('endpoint_secret', { id: endpoint.id, secret, connect: params.connect ?? false })
    return { ...endpoint, secret }
  }),

  operation('GET', '/v1/webhook_endpoints', paging, ({ unit, params }) =>
    pageOf(unit, 'webhook_endpoint', '/v1/webhook_endpoints', params),
  ),

  operation('GET', '/v1/webhook_endpoints/:webhook_endpoint', {}, ({ unit, path }) =>
    unit.target('webhook_endpoint', path),
  ),

  operation('POST', '/v1/webhook_endpoints/:webhook_endpoint', update, ({ unit, params, path }) => {
    const before = unit.target('webhook_endpoint', path)
    if (params.url !== undefined) refuseBadUrl(params.url)
    const status = params.disabled ? 'disabled' : 'enabled'
    return unit.put('webhook_endpoint', {
      ...before,
      description: params.description === undefined ? before.description : params.description,
      enabled_events: params.enabled_events ?? before.enabled_events,
      metadata: mergeMetadata(before.metadata, params.metadata),
      status: params.disabled === undefined ? before.status : status,
      url: params.url ?? before.url,
    })
  }),

  operation('DELETE', '/v1/webhook_endpoints/:webhook_endpoint', {}, ({ unit, path }) => {
    const { id } = unit.target('webhook_endpoint', path)
    unit.remove('webhook_endpoint', id)
    unit.remove('endpoint_secret', id)
    return { id, object: 'webhook_endpoint', deleted: true }
  }),
]

function refuseBadUrl(url: string) {
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return
  throw badParam('Invalid URL: An explicit scheme (such as https) must be provided.', {
    code: 'url_invalid',
    param: 'url',
  })
}
