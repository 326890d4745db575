import type { EventLabel } from '../../state/kinds'
import { operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { bool, text } from '../../transport/params/leaves'
import { list } from '../../transport/params/params'
import { refuse } from '../../wire/refusal'

const MAX_TYPES = 20

const filters = { ...paging, created: range, delivery_success: bool(), type: text(), types: list(text()) }

export const eventRoutes = [
  operation('GET', '/v1/events', filters, ({ unit, params }) => {
    if (params.type !== undefined && params.types) {
      throw refuse('You may only specify one of these parameters: type, types.', { param: 'type' })
    }
    if (params.types && params.types.length > MAX_TYPES) {
      throw refuse('You may specify at most 20 event types.', { param: 'types' })
    }
    const group = params.type?.endsWith('*') ? undefined : params.type
    const wanted = (event: EventLabel) => {
      if (params.type !== undefined && !matches(event, params.type)) return false
      if (params.types && !params.types.some((type) => matches(event, type))) return false
      const delivered = event.pending_webhooks === 0
      if (params.delivery_success !== undefined && delivered !== params.delivery_success) return false
      return params.created?.(event.created) ?? true
    }
    return pageOf(unit, 'event', '/v1/events', params, wanted, group)
  }),

  operation('GET', '/v1/events/:id', {}, ({ unit, path }) => unit.target('event', path)),
]

/** `invoice.*` names every event of invoices. */
function matches(event: EventLabel, type: string): boolean {
  return type.endsWith('*') ? event.type.startsWith(type.slice(0, -1)) : event.type === type
}
