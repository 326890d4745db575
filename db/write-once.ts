import 'server-only'
import { linkSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Makes a file that only this account may read, unless there is one. It is written aside and linked, so that it appears
 * whole or, when another process was first, not at all.
 * @returns whether this call made it
 */
export function writeOnce(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
