import 'server-only'
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { writeOnce } from '@/db/write-once'
import { processStart } from './process-start'

const WAIT_MS = 10_000
const PREFIX = 'lock-'

/**
 * Reserves a folder for this process; two on one PGlite folder lose rows without a word. Waits up to ten seconds, for a
 * development server that restarts itself. The lock of a process that is gone is taken over.
 * @returns how to release it; the end of the process does so too
 * @throws when another process keeps the folder
 */
export async function lockDirectory(directory: string, waitMs = WAIT_MS): Promise<() => void> {
  const deadline = Date.now() + waitMs
  for (;;) {
    const lock = tryLock(directory)
    if (lock.taken) return lock.release
    if (Date.now() > deadline)
      throw new Error(
        `Another Centwise (process ${lock.holder}) already uses ${path.resolve(directory)}: stop it, or set CENTWISE_DATA_DIR to another folder.`,
      )
    await wait(100)
  }
}

type Attempt = { taken: true; release: () => void } | { taken: false; holder: string }

/**
 * The lock is the file with the greatest number. It is never removed while it is the greatest, only followed, and
 * link(2) lets one process alone follow it: so however many find a dead holder, one succeeds.
 */
function tryLock(directory: string): Attempt {
  const newest = locksIn(directory).at(-1) ?? 0
  const holder = holderOf(directory, newest)
  if (holder) return { taken: false, holder }

  const mine = newest + 1
  const file = path.join(directory, PREFIX + mine)
  if (!writeOnce(file, `${process.pid} ${processStart(process.pid)}`))
    return { taken: false, holder: 'starting' }
  // Someone went two numbers ahead and swept `mine` away between our look and our link.
  if (locksIn(directory).at(-1) !== mine) {
    rmSync(file, { force: true })
    return { taken: false, holder: 'starting' }
  }
  for (const older of locksIn(directory))
    if (older < mine) rmSync(path.join(directory, PREFIX + older), { force: true })
  const release = () => {
    if (existsSync(file)) truncateSync(file)
  }
  process.once('exit', release)
  return { taken: true, release }
}

function locksIn(directory: string): number[] {
  const names = readdirSync(directory).filter((name) => name.startsWith(PREFIX))
  return names
    .map((name) => Number(name.slice(PREFIX.length)))
    .filter(Number.isInteger)
    .sort((a, b) => a - b)
}

/** The number of the running process that holds a lock; an empty file is a released one. */
function holderOf(directory: string, lock: number): string | undefined {
  if (lock === 0) return undefined
  const [pid, startedAt] = readFileSync(path.join(directory, PREFIX + lock), 'utf8').split(' ')
  return pid && processStart(Number(pid)) === startedAt ? pid : undefined
}
