import { type Database, ROOT } from '../state/database'
import type { UnitOfWork } from '../state/unit-of-work'

const ID = 'time'

/** Returns how far the emulator's time is ahead of the real one, in seconds. */
export function clockOffset(database: Database): number {
  return database.collections(ROOT).clock_offset.get(ID)?.seconds ?? 0
}

/** Moves the emulator's time further ahead. */
export function putClockOffset(unit: UnitOfWork, seconds: number) {
  const before = unit.get('clock_offset', ID)?.seconds ?? 0
  unit.put('clock_offset', { id: ID, seconds: before + seconds })
}
