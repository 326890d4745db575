/** A LIKE pattern that finds `text` anywhere, its own `%`, `_` and `\` taken literally; in NFC, as texts are stored. */
export function containing(text: string) {
  return `%${text
    .normalize('NFC')
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&')}%`
}
