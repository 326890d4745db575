// The server of the browser tests: the production build on a fresh, empty data directory.
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { ROOT } from '../run.mjs'
import { ensureBuilt } from './build.mjs'
import { serve } from './server.mjs'

rmSync(resolve(ROOT, process.env.CENTWISE_DATA_DIR ?? '.data/e2e'), { recursive: true, force: true })
await ensureBuilt()
await serve()
