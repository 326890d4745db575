/** A LIKE pattern that finds `text` anywhere, its own `%`, `_` and `\` taken literally. */
export function containing(text: string) {
  return `%${text.slice(0, 100).replace(/[\\%_]/g, '\\$&')}%`
}
