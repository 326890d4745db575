/** Measures text at a size, in points. */
export type Measure = (text: string) => number

/** The dotted circle stands for what a font cannot draw, so that nothing disappears in silence. */
export const MISSING = '\u25cc'

const SPACES = /[\t\v\f\u2000-\u200a\u202f\u205f\u3000]/gu

/** Controls, joiners, direction marks and variation selectors draw nothing themselves. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|[^\P{Cc}\n]/gu

/** The text with only what the font covers; every other visible character becomes a dotted circle. */
export function printable(text: string, isCovered: (codePoint: number) => boolean): string {
  const plain = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(SPACES, ' ').replace(INVISIBLE, '')
  return [...plain]
    .map((character) =>
      character === '\n' || isCovered(character.codePointAt(0) ?? 0) ? character : MISSING,
    )
    .join('')
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
