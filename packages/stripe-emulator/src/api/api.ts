import { Hono } from 'hono'
import { answer } from './answer'
import type { Engine } from './engine'
import { operations } from './routes'

const MAX_CALLS = 10_000

export interface ApiCall {
  method: string
  path: string
  account: string | null
  /** Unix seconds. */
  at: number
}

/** Makes the API as an app: every operation at its path, and Stripe's own 404 for the rest of `/v1`. */
export function api(engine: Engine, calls: ApiCall[]): Hono {
  const app = new Hono()
  app.use('/v1/*', async (context, next) => {
    const { method, path } = context.req
    if (calls.length === MAX_CALLS) calls.shift()
    calls.push({ method, path, account: context.req.header('stripe-account') ?? null, at: engine.now() })
    await next()
  })
  for (const operation of operations) {
    const names = [...operation.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
    app.on(operation.method, operation.path, (context) => {
      const ids = names.map((param) => ({ param, id: context.req.param(param) ?? '' }))
      return answer(engine, context.req.raw, operation, ids)
    })
  }
  app.all('/v1/*', (context) => answer(engine, context.req.raw, undefined, []))
  return app
}
