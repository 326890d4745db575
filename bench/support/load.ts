import { Agent, request } from 'node:http'

/** One request, made anew for every call. */
export type Ask = () => { url: string; method?: string; headers?: Record<string, string>; body?: string }

const AT_ONCE = 16
const WARM_UP_SECONDS = 1
const WINDOW_SECONDS = 2
const ROUNDS = 3

/**
 * Requests per second of each, in order, at 16 at once: the median of three windows. The windows take turns, so that a
 * machine that slows down slows all of them.
 */
export async function throughputs(asks: Ask[]): Promise<number[]> {
  const found = asks.map((ask): { ask: Ask; figures: number[] } => ({ ask, figures: [] }))
  for (const { ask } of found) await throughput(ask, WARM_UP_SECONDS)
  for (let round = 0; round < ROUNDS; round++)
    for (const { ask, figures } of found) figures.push(await throughput(ask, WINDOW_SECONDS))
  return found.map(({ figures }) => median(figures))
}

/** Milliseconds of one call after another: the median. */
export async function latency(ask: Ask, calls = 60): Promise<number> {
  const agent = new Agent({ keepAlive: true })
  const times: number[] = []
  for (let call = 0; call < calls; call++) {
    const startedAt = performance.now()
    await send(ask, agent)
    times.push(performance.now() - startedAt)
  }
  agent.destroy()
  return median(times)
}

export function median(figures: number[]): number {
  return percentile(figures, 0.5)
}

export function percentile(figures: number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Requests per second at 16 at once. */
export async function throughput(ask: Ask, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const startedAt = performance.now()
  const until = startedAt + seconds * 1000
  let answered = 0
  const caller = async () => {
    while (performance.now() < until) {
      await send(ask, agent)
      answered++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, caller))
  agent.destroy()
  return (answered * 1000) / (performance.now() - startedAt)
}

/** Only a 200 counts: a fast error is no throughput. */
function send(ask: Ask, agent: Agent): Promise<void> {
  const { url, method = 'GET', headers, body } = ask()
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers, agent }, (response) => {
      response.resume()
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error(`${method} ${url} answered ${response.statusCode}`))
      })
    })
    call.on('error', reject)
    call.end(body)
  })
}
