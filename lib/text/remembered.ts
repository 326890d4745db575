const KEYS_MAX = 300

/** Keeps what `make` returned for each key: Intl objects are slow to build. Emptied when full, as keys may be foreign. */
export function remembered<T>(make: (key: string) => T) {
  const made = new Map<string, T>()
  return (key: string): T => {
    const known = made.get(key)
    if (known !== undefined) return known
    if (made.size >= KEYS_MAX) made.clear()
    const value = make(key)
    made.set(key, value)
    return value
  }
}
