import type { EventObject, KeptAnswer } from '../kinds'

/** An event as its list is filtered. What no list asks for is the same for all, so that a label weighs little. */
class EventLabel implements EventObject {
  constructor(
    readonly type: string,
    readonly created: number,
    readonly pending_webhooks: number,
  ) {}

  get id() {
    return ''
  }
  get object() {
    return 'event' as const
  }
  get api_version() {
    return ''
  }
  get data() {
    return { object: {} }
  }
  get livemode() {
    return false as const
  }
  get request() {
    return null
  }
}

export function labelOfEvent({ type, created, pending_webhooks }: EventObject): EventObject {
  return new EventLabel(type, created, pending_webhooks)
}

const NO_ANSWER = {
  id: '',
  path: '',
  fingerprint: '',
  requestId: '',
  status: 0,
  headers: {},
  body: null,
  created: 0,
}

/** Answers are in no list: one label is enough for all. */
export function labelOfAnswer(): KeptAnswer {
  return NO_ANSWER
}
