import { randomUUID } from 'node:crypto'
import type { Emulator } from 'stripe-emulator'
import { STRIPE_KEY } from '@/bench/support/variables'

/** How many milliseconds each call took, by what it was for. */
export type Times = Map<string, number[]>

export type Call = (
  what: string,
  method: 'GET' | 'POST',
  path: string,
  params?: Record<string, string>,
) => Promise<{ id: string }>

/** Calls inside this process, as the SDK makes them: form-encoded, and every POST with a key of its own. */
export function callerOf(emulator: Emulator): { call: Call; times: Times } {
  const times: Times = new Map()
  const call: Call = async (what, method, path, params = {}) => {
    const form = new URLSearchParams(params).toString()
    const startedAt = performance.now()
    const response = await emulator.fetch(requestOf(method, path, form))
    const bytes = await response.arrayBuffer()
    note(times, what, performance.now() - startedAt)
    const text = new TextDecoder().decode(bytes)
    if (response.status !== 200) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return JSON.parse(text)
  }
  return { call, times }
}

function requestOf(method: 'GET' | 'POST', path: string, form: string): Request {
  const url = `http://localhost${path}`
  const headers = {
    authorization: `Bearer ${STRIPE_KEY}`,
    'stripe-version': '2026-10-28.endive',
    'user-agent': 'Stripe/v1 NodeBindings/23.1.0',
  }
  if (method === 'GET') return new Request(`${url}?${form}`, { headers })
  const posted = {
    ...headers,
    'content-type': 'application/x-www-form-urlencoded',
    'idempotency-key': `stripe-node-retry-${randomUUID()}`,
  }
  return new Request(url, { method, body: form, headers: posted })
}

function note(times: Times, what: string, ms: number) {
  const noted = times.get(what)
  if (noted) noted.push(ms)
  else times.set(what, [ms])
}
