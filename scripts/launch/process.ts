import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ROOT } from '../run.mjs'

const READY_SECONDS = 120
const SERVER = join(ROOT, 'scripts/launch/server.mjs')

export type Variables = Record<string, string>

/** A production server in a process of its own. */
export class NextServer {
  readonly origin: string
  /** The process, for whoever asks the system what it takes. */
  readonly pid: number
  /** What it printed, and what of that it printed as an error. */
  output = ''
  errors = ''

  constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {
    this.origin = `http://localhost:${port}`
    this.pid = child.pid ?? 0
    child.stdout?.on('data', (text) => {
      this.output += text
    })
    child.stderr?.on('data', (text) => {
      this.output += text
      this.errors += text
    })
  }

  /** Nothing of it runs on: no handler, no open transaction, no goodbye. */
  kill() {
    return this.end('SIGKILL')
  }

  stop() {
    return this.end('SIGTERM')
  }

  /** The exit code, once the process is gone; null when a signal ended it. */
  async exited(): Promise<number | null> {
    if (this.isGone()) return this.child.exitCode
    await once(this.child, 'close')
    return this.child.exitCode
  }

  /** Resolves once `path` is answered without a server error. */
  async ready(path: string): Promise<this> {
    const deadline = Date.now() + READY_SECONDS * 1000
    while (!(await this.answers(path))) {
      if (this.isGone() || Date.now() > deadline) throw new Error(`The server did not start.\n${this.output}`)
      await wait(50)
    }
    return this
  }

  private async answers(path: string) {
    const response = await fetch(this.origin + path, { redirect: 'manual' }).catch(() => null)
    await response?.arrayBuffer()
    return response !== null && response.status < 500
  }

  private async end(signal: NodeJS.Signals) {
    if (!this.isGone()) this.child.kill(signal)
    await this.exited()
  }

  private isGone() {
    return this.child.exitCode !== null || this.child.signalCode !== null
  }
}

/**
 * Starts a built Next app. It sees none of our variables but those given, so that a test is the same on every machine.
 */
export function startNextServer(port: number, variables: Variables = {}, folder = ROOT): NextServer {
  const { PATH = '', HOME = '' } = process.env
  const fixed: NodeJS.ProcessEnv = { PATH, HOME, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(process.execPath, [SERVER, folder], {
    cwd: folder,
    env: { ...fixed, ...variables, PORT: `${port}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new NextServer(child, port)
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  return address.port
}
