import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run } from '../run.mjs'

const INSTALL_SECONDS = 240

/**
 * Installs the packages of the lockfile unless they are there; for a `server`, only those that it needs to be built and
 * to run. Throws when npm fails twice.
 */
export async function ensureInstalled(purpose = 'tests') {
  if (isInstalled(purpose)) return
  // npm has been seen waiting for ever on a silent connection: hence the limit and the second try.
  const first = await install(purpose)
  const { ok, output, seconds } = first.ok ? first : await install(purpose)
  if (!ok) throw new Error(`npm ci failed:\n${output.slice(-4000)}`)
  console.log(`Installed packages in ${seconds.toFixed(1)} s`)
}

/** npm keeps its own record of what it installed, written last; every package the purpose requires must be in it. */
function isInstalled(purpose) {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(
    ([path, { version, optional, dev }]) =>
      path === '' || optional || (dev && purpose === 'server') || present[path]?.version === version,
  )
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages
  } catch {
    return undefined
  }
}

function install(purpose) {
  const args = [
    'ci',
    purpose === 'server' ? '--omit=dev' : '--include=dev',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
  ]
  const npm = process.env.npm_execpath
  const options = { seconds: INSTALL_SECONDS, quiet: true }
  return npm ? run(process.execPath, [npm, ...args], options) : run('npm', args, options)
}
