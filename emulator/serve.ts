import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { createEmulator } from './emulator'
import { folderStore } from './state/folder-store'

const TEST_KEY = 'sk_test_local'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '12111' }, data: { type: 'string' } },
})
const port = Number(values.port)
const origin = `http://localhost:${port}`
const store = values.data ? await folderStore(values.data) : undefined
const emulator = await createEmulator({ origin, ...(store ? { store } : {}) })

// Under another server in the same process, replacing the global Request would break it.
const server = serve({ fetch: emulator.fetch, port, overrideGlobalObjects: false }, () => {
  console.log(`Stripe emulator on ${origin} (use the key ${TEST_KEY}, or any other sk_test_ key)`)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close()
    emulator.close().finally(() => process.exit(0))
  })
}
