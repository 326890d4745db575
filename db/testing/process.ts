import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

/** Runs a script of testing/scenes/ in a process of its own, which ends with the test at the latest. */
export function play(scene: 'lock' | 'insert' | 'prepare', argument = '', env: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import=tsx', `db/testing/scenes/${scene}.ts`, argument],
    { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    pid: child.pid,
    nextLine: async () => (await lines.next()).value ?? null,
    letGo() {
      child.stdin.end()
      return exit
    },
    kill() {
      child.kill('SIGKILL')
      return exit
    },
    exit,
  }
}
