// The server of the browser tests: the production build on a fresh, empty data directory.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ROOT, tool } from './run.mjs'

rmSync(resolve(ROOT, process.env.CENTWISE_DATA_DIR ?? '.data/e2e'), { recursive: true, force: true })
await ensureBuilt()
const server = spawn(process.execPath, [tool('next'), 'start'], { cwd: ROOT, stdio: 'inherit' })
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
