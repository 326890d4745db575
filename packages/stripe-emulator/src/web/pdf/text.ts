/** Measures text at a size, in points. */
export type Measure = (text: string) => number

/** The dotted circle stands for what a font cannot draw, so that nothing disappears in silence. */
export const MISSING = '\u25cc'

const SPACES = /[\t\v\f\u2000-\u200a\u202f\u205f\u3000]/gu

/** Controls, joiners, direction marks and variation selectors draw nothing themselves. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|[^\P{Cc}\n]/gu

/** Letters run together for the eye of a printer: whoever copies them out wants them apart. */
const LIGATURE = /[\ufb00-\ufb06]/u

/**
 * Returns the text with only what the font covers, or the nearest to it; every other visible character becomes a
 * dotted circle.
 */
export function printable(text: string, isCovered: (codePoint: number) => boolean): string {
  const plain = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(SPACES, ' ').replace(INVISIBLE, '')
  const covers = (some: string) =>
    some !== '' && [...some].every((character) => isCovered(character.codePointAt(0) ?? 0))
  return [...plain]
    .map((character) => {
      if (character === '\n' || (covers(character) && !LIGATURE.test(character))) return character
      return likenesses(character).find(covers) ?? MISSING
    })
    .join('')
}

/** A full-width letter is a letter, and an accent too many may be left out. */
function likenesses(character: string): string[] {
  const plain = character.normalize('NFKC')
  return [plain, plain.normalize('NFD').replace(/\p{M}/gu, '')]
}

/** Breaks text into lines no wider than `width`, at spaces where it can, inside a word where it must. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, measure))
}

function wrapParagraph(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ').flatMap((part) => breakWord(part, width, measure))) {
    const longer = line ? `${line} ${word}` : word
    if (measure(longer) <= width) {
      line = longer
    } else {
      if (line) lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

function breakWord(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece && measure(piece + character) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}
