import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run } from './run.mjs'

const INSTALL_SECONDS = 240

/** Installs the packages unless they are what the lockfile says. Throws when npm fails twice. */
export async function ensureInstalled() {
  if (isInstalled()) return
  // npm has been seen waiting for ever on a silent connection: hence the limit and the second try.
  const first = await install()
  const { ok, output, seconds } = first.ok ? first : await install()
  if (!ok) throw new Error(`npm ci failed:\n${output.slice(-4000)}`)
  console.log(`Installed packages in ${seconds.toFixed(1)} s`)
}

/** npm keeps its own record of what it installed, written last; every package the lock requires must be in it. */
function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  )
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages
  } catch {
    return undefined
  }
}

function install() {
  const args = ['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath
  const options = { seconds: INSTALL_SECONDS, quiet: true }
  return npm ? run(process.execPath, [npm, ...args], options) : run('npm', args, options)
}
