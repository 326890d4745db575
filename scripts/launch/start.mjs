// `npm start`: with nothing but Node, installs what a server needs, builds what has changed, and serves.
import { ensureBuilt } from './build.mjs'
import { makeDatabase } from './database.mjs'
import { ensureInstalled } from './install.mjs'

const OLDEST_NODE = [20, 9]

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const isRecent = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  if (!isRecent)
    throw new Error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`)
}

try {
  checkNode()
  await ensureInstalled('server')
  await ensureBuilt(makeDatabase)
} catch (error) {
  console.error(`Centwise cannot start. ${error.message}`)
  process.exit(1)
}
const { serve } = await import('./server.mjs')
await serve()
