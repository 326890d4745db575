import 'server-only'
import { readFileSync } from 'node:fs'

/**
 * When a running process began, as text to compare: together with its number it names one process for ever, since
 * numbers are used again. Undefined when no such process runs.
 */
export function processStart(pid: number): string | undefined {
  return process.platform === 'linux' ? startInTicks(pid) : isRunning(pid) ? 'unknown' : undefined
}

/** Field 22 of /proc/<pid>/stat, see proc(5); counted from the ")" because a command may hold spaces. */
function startInTicks(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? undefined : fields[18]
  } catch {
    return undefined
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
