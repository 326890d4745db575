// Finds a Chromium for the browser tests, the benchmarks and the screenshots; run as a program, installs one if need be.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run, tool } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FOLDERS = (process.env.PATH ?? '').split(delimiter)
const IS_ROOT = process.getuid?.() === 0
// A test browser asks nothing of the network but our own pages.
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** What Playwright's `launchOptions` need: the browser's path, and the flags that fit this machine. */
export function launchOptions() {
  return { executablePath: findBrowser(), args: IS_ROOT ? [...FLAGS, '--no-sandbox'] : FLAGS }
}

/** The path of a browser that answers, or undefined. */
export function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return answers(chosen) ? chosen : undefined
  const onPath = NAMES.flatMap((name) => FOLDERS.map((folder) => join(folder, name)))
  return onPath.find(answers) ?? ownBrowser()
}

/** Finds a browser or installs one: by apt as root, else by Playwright. Throws when neither works. */
export async function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  if (process.env.CHROMIUM_PATH)
    throw new Error(`CHROMIUM_PATH=${process.env.CHROMIUM_PATH} does not answer --version.`)
  for (const install of [installByApt, installByPlaywright]) {
    await install()
    const installed = findBrowser()
    if (installed) return installed
  }
  throw new Error('No Chromium found and none could be installed. Install one, or name it in CHROMIUM_PATH.')
}

async function installByApt() {
  if (!IS_ROOT || !FOLDERS.some((folder) => existsSync(join(folder, 'apt-get')))) return
  console.log('Installing Chromium with apt-get')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { seconds: 120, quiet: true, env })
  await run('apt-get', ['install', '-y', '-qq', 'chromium'], { seconds: 300, quiet: true, env })
}

async function installByPlaywright() {
  console.log('Installing Chromium with Playwright')
  await run(process.execPath, [tool('@playwright/test', 'playwright'), 'install', 'chromium'], {
    seconds: 300,
    quiet: true,
  })
}

/** The browser Playwright downloaded for itself, if it did. */
function ownBrowser() {
  try {
    const path = createRequire(import.meta.url)('playwright').chromium.executablePath()
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** Some systems put a stub on the PATH that only tells how to install the real one. */
function answers(path) {
  if (!existsSync(path)) return false
  try {
    execFileSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(`Browser: ${await ensureBrowser()}`)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
