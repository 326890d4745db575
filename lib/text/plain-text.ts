const BIDI_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/gu
const CONTROLS = /(?![\n\t])\p{Cc}/gu
// More marks than any script stacks on one letter; beyond them a text climbs over its neighbours.
const MARKS_TOO_MANY = /(?<=\p{M}{8})\p{M}+/gu
const INVISIBLE = /[\s\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0]/gu

/** True for text in which nothing would show: empty, spaces, zero-width characters. */
export function isBlank(text: string) {
  return text.replace(INVISIBLE, '') === ''
}

/** NFC, line feeds only, trimmed, without what reorders, hides or covers its neighbours. */
export function cleanText(text: string) {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(BIDI_OVERRIDES, '')
    .replace(CONTROLS, '')
    .normalize('NFC')
    .replace(MARKS_TOO_MANY, '')
    .trim()
}

// PostgreSQL cannot hold NUL, and half of a surrogate pair would be stored as something else.
export function isStorable(text: string) {
  return !text.includes('\0') && !/\p{Cs}/u.test(text)
}
