import { KEY_IN_USE_TYPE } from '../unconfirmed'

export type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'

export interface ErrorBody {
  type: ErrorType
  message: string
  code?: string
  decline_code?: string
  param?: string
  charge?: string
  payment_intent?: unknown
  payment_method?: unknown
}

interface RefusalOptions {
  /** The effects made so far stand, as when a card is declined. */
  effectsStand?: boolean
  headers?: Record<string, string>
  /** Kept under the idempotency key and replayed; false for what was refused before anything ran. */
  kept?: boolean
}

/** Thrown wherever Stripe would answer with an error. */
export class Refusal extends Error {
  readonly effectsStand: boolean
  readonly headers: Record<string, string>
  readonly kept: boolean

  constructor(
    readonly status: number,
    readonly body: ErrorBody,
    { effectsStand = false, headers = {}, kept = true }: RefusalOptions = {},
  ) {
    super(body.message)
    this.effectsStand = effectsStand
    this.headers = headers
    this.kept = kept
  }

  /** The envelope on the wire; `doc_url` goes with every code. */
  toJSON() {
    const { code } = this.body
    const doc = code ? { doc_url: docUrl(code) } : {}
    return { error: { ...this.body, ...doc } }
  }
}

/** Returns where Stripe explains a code. */
export function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`
}

/** 400: the request makes sense but may not be done. */
export function refuse(message: string, extra: { code?: string; param?: string } = {}): Refusal {
  return new Refusal(400, { type: 'invalid_request_error', message, ...extra })
}

/** 400: a parameter is wrong. Nothing ran, so no idempotency key keeps it. */
export function badParam(message: string, extra: { code?: string; param?: string }): Refusal {
  return new Refusal(400, { type: 'invalid_request_error', message, ...extra }, { kept: false })
}

/** 400: a parameter that is needed was not given. */
export function missingParam(param: string): Refusal {
  return badParam(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
}

/** Makes a 404 when the id stood in the path, a 400 when it was a parameter. */
export function missing(name: string, id: string, param: string, status: 400 | 404 = 400): Refusal {
  const message = `No such ${name}: '${id}'${name === 'Invoice Item' ? '(livemode=false)' : ''}`
  return new Refusal(status, { type: 'invalid_request_error', code: 'resource_missing', message, param })
}

/** 409: the SDK makes a plain API error of it, and tries again. */
export function keyInUse(key: string): Refusal {
  const message = `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`
  return new Refusal(409, { type: KEY_IN_USE_TYPE, message, code: 'idempotency_key_in_use' }, { kept: false })
}
