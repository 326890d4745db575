// `npm run build`, and what `npm start` does first. With nothing but Node, it installs what the lockfile asks for and builds what has changed.
import { ensureBuilt } from './build.mjs'
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
  await ensureInstalled()
  await ensureBuilt()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
