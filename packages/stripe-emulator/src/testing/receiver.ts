import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  path: string
  body: string
  signature: string
  type: string
  account: string | undefined
}

export interface Receiver {
  url: string
  received: Received[]
  /** Answers the next deliveries with these statuses, then 200. */
  answerWith(...statuses: number[]): void
  close(): Promise<void>
}

/** Opens a webhook endpoint on a port of its own that notes what reaches it. */
export async function receiver(): Promise<Receiver> {
  const received: Received[] = []
  const statuses: number[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString('utf8')
    const { type, account } = JSON.parse(body)
    received.push({
      path: String(request.url),
      body,
      signature: String(request.headers['stripe-signature']),
      type,
      account,
    })
    response.writeHead(statuses.shift() ?? 200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/hook`,
    received,
    answerWith: (...next) => statuses.push(...next),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port')
  return address.port
}
