import { parseArgs } from 'node:util'
import { type Http2Bindings, type HttpBindings, serve } from '@hono/node-server'
import { createEmulator } from './emulator'
import { fileStore } from './state/store/file-store'

const TEST_KEY = 'sk_test_local'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '12111' }, data: { type: 'string' } },
})

// The pages' address is known once the port is, so the emulator is made when the server listens.
const listening = new Promise<number>((resolve) => {
  const options = { fetch: answerOrHangUp, port: Number(values.port), overrideGlobalObjects: false }
  const server = serve(options, ({ port }) => resolve(port))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close()
      emulator.then((running) => running.close()).finally(() => process.exit(0))
    })
  }
})
const emulator = listening.then(open)

async function open(port: number) {
  const origin = `http://localhost:${port}`
  const store = values.data ? fileStore(values.data) : undefined
  const running = await createEmulator({ origin, ...(store ? { store } : {}) })
  console.log(`Stripe emulator on ${origin} (use the key ${TEST_KEY}, or any other sk_test_ key)`)
  return running
}

/** A reset that was ordered must reach a client over TCP as one, so the socket is cut. */
async function answerOrHangUp(request: Request, { incoming }: HttpBindings | Http2Bindings) {
  try {
    return await (await emulator).fetch(request)
  } catch (error) {
    incoming.socket.destroy()
    if (!(error instanceof TypeError)) console.error(error)
    return new Response(null, { status: 500 })
  }
}
