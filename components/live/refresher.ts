import { hashKey } from '@tanstack/react-query'

type Key = readonly unknown[]

/**
 * Reads again what became stale, one reading at a time. What becomes stale while it is being read is read once more
 * after that: no change is missed, and however fast they come, none of them cuts a reading short.
 */
export function refresher(read: (key: Key) => Promise<unknown>) {
  const underWay = new Map<string, { again: boolean }>()

  return async function refresh(key: Key) {
    const name = hashKey(key)
    const reading = underWay.get(name)
    if (reading) {
      reading.again = true
      return
    }
    const mine = { again: true }
    underWay.set(name, mine)
    while (mine.again) {
      mine.again = false
      await read(key)
    }
    underWay.delete(name)
  }
}
