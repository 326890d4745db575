const UNITS = [
  { name: 'day', seconds: 86_400 },
  { name: 'hour', seconds: 3600 },
  { name: 'minute', seconds: 60 },
]

/** Returns "3 days and 2 hours": the two largest parts of a span. */
export function spanWords(seconds: number): string {
  let rest = seconds
  const parts = UNITS.flatMap(({ name, seconds: size }) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`]
  })
  return parts.slice(0, 2).join(' and ') || 'less than a minute'
}
