import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const GRACE_SECONDS = 10

/**
 * Runs a program to its end, with stdin closed. After `seconds` its whole process group is ended.
 * A quiet run keeps what it prints in `output`. Resolves to { ok, output, seconds }.
 */
export function run(command, args, { seconds, quiet = false, env = {} }) {
  const started = performance.now()
  const child = spawn(command, args, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  let output = ''
  child.stdout?.on('data', (text) => (output += text))
  child.stderr?.on('data', (text) => (output += text))
  return new Promise((resolve) => {
    const release = endInTime(child, seconds)
    const finish = (ok) => {
      release()
      resolve({ ok, output, seconds: (performance.now() - started) / 1000 })
    }
    child.on('error', (error) => {
      output += error.message
      finish(false)
    })
    child.on('close', (code) => finish(code === 0))
  })
}

/** The script behind an installed package's command, to be run by Node itself: no shell, no PATH, no npx. */
export function tool(name, command = name) {
  const folder = join(ROOT, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, bin[command])
}

/** Ends the child's group when time is up, or when we are told to stop ourselves. Returns what calls that off. */
function endInTime(child, seconds) {
  const end = () => endGroup(child)
  const stop = () => {
    child.once('close', () => process.exit(130))
    end()
  }
  const timer = setTimeout(end, seconds * 1000)
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return () => {
    clearTimeout(timer)
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

/** SIGINT first: Playwright stops the server it started on that signal and on no other. */
function endGroup(child) {
  signalGroup(child, 'SIGINT')
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_SECONDS * 1000)
  child.once('close', () => clearTimeout(timer))
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}
