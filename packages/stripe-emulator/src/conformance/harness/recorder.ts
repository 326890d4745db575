import type { Checker } from '../schema/check'
import { ENVELOPE } from './envelope'

export type Send = (request: Request) => Promise<Response>

/** One call and its answer. */
export interface Exchange {
  method: string
  /** With the query. */
  path: string
  status: number
  requestId: string
  /** The answer, read as JSON; undefined when it was none. */
  body: unknown
}

/** Stands between a rule and Stripe: keeps every exchange, and checks every answer against the SDK's types. */
export class Recorder {
  constructor(
    private readonly send: Send,
    private readonly checker: Checker,
    readonly exchanges: Exchange[],
    readonly problems: string[] = [],
  ) {}

  /** Checks what passes through it likewise, but keeps it apart: questions that are not the rule's own. */
  aside(): Recorder {
    return new Recorder(this.send, this.checker, [], this.problems)
  }

  readonly fetch: Send = async (request) => {
    const { method, url } = request
    const response = await this.send(request)
    const text = await response.text()
    const { pathname, search } = new URL(url)
    const exchange: Exchange = {
      method,
      path: `${pathname}${search}`,
      status: response.status,
      requestId: response.headers.get('request-id') ?? '',
      body: readJson(text),
    }
    this.exchanges.push(exchange)
    this.check(exchange)
    // The text is plain by now, whatever it was packed in.
    const headers = new Headers(response.headers)
    headers.delete('content-encoding')
    headers.delete('content-length')
    return new Response(text, { status: response.status, headers })
  }

  private check({ method, path, status, body, requestId }: Exchange) {
    const isFine = status >= 200 && status < 300
    const found = isFine ? this.checker.check(body) : this.checker.check(body, ENVELOPE)
    if (!requestId.startsWith('req_')) found.push('header request-id: missing')
    this.problems.push(...found.map((problem) => `${method} ${path} ${status}: ${problem}`))
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
