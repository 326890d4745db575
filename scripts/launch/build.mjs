import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT, run, tool } from '../run.mjs'

const BUILD_SECONDS = 900
const STAMP = join(ROOT, '.next/.source-stamp')
const FOLDERS = ['app', 'components', 'lib', 'db', 'packages']
const ROOT_SOURCE =
  /^(package-lock\.json|tsconfig\.json|(next|tailwind|postcss)\.config\.\w+|(proxy|instrumentation[\w-]*)\.ts)$/
const NO_SOURCE = /\.(test\.tsx?|md)$/

/**
 * Builds for production unless the last build is of these very sources, and does `meanwhile` in that time. Types are
 * not checked: that is a step of `npm test`. Throws with the output of a failed build.
 */
export async function ensureBuilt(meanwhile = async () => {}) {
  const stamp = sourceStamp()
  if (stamp === readStamp()) return
  rmSync(STAMP, { force: true })
  const [{ ok, output, seconds }] = await Promise.all([build(), meanwhile()])
  if (!ok) throw new Error(`next build failed:\n${output.slice(-8000)}`)
  writeFileSync(STAMP, stamp)
  console.log(`Built in ${seconds.toFixed(1)} s`)
}

function build() {
  return run(process.execPath, [tool('next'), 'build'], {
    seconds: BUILD_SECONDS,
    quiet: true,
    env: { NODE_ENV: 'production', CENTWISE_BUILD_SKIPS_TYPES: '1' },
  })
}

/** One hash of everything the build reads: sources, settings and the variables that are compiled in. */
function sourceStamp() {
  const hash = createHash('sha256')
  const rootFiles = readdirSync(ROOT).filter((name) => ROOT_SOURCE.test(name))
  for (const path of [...rootFiles, ...FOLDERS.flatMap(sourcePaths)]) {
    hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)))
  }
  for (const [name, value] of Object.entries(process.env).sort()) {
    if (name.startsWith('NEXT_PUBLIC_')) hash.update(`${name}=${value}\0`)
  }
  return hash.digest('hex')
}

function sourcePaths(folder) {
  return readEntries(folder).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sourcePaths(path)
    return NO_SOURCE.test(entry.name) ? [] : [path]
  })
}

function readEntries(folder) {
  try {
    return readdirSync(join(ROOT, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}

function readStamp() {
  try {
    return readFileSync(STAMP, 'utf8')
  } catch {
    return undefined
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt()
