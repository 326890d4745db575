import fontkit from '@pdf-lib/fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'
import { fontFile } from '../frame/font-file'
import { printable } from './text'

export interface Typeface {
  font: PDFFont
  /** How wide a text is at most: letter by letter, without kerning. Much quicker than asking the font. */
  measure(text: string, size: number): number
}

export interface Fonts {
  regular: Typeface
  strong: Typeface
  /** The text as these fonts can draw it. */
  printable(text: string): string
  covers(text: string): boolean
}

/** Embeds Geist, which carries Latin (Vietnamese too) and Cyrillic. Only the glyphs in use end up in the file. */
export async function embedFonts(doc: PDFDocument): Promise<Fonts> {
  doc.registerFontkit(fontkit)
  const [regular, strong] = await Promise.all([
    fontFile('Geist-Regular.ttf').then((bytes) => embed(doc, bytes)),
    fontFile('Geist-SemiBold.ttf').then((bytes) => embed(doc, bytes)),
  ])
  const covered = new Set(regular.font.getCharacterSet())
  const isCovered = (codePoint: number) => covered.has(codePoint)
  return {
    regular,
    strong,
    printable: (text) => printable(text, isCovered),
    covers: (text) => [...text].every((character) => isCovered(character.codePointAt(0) ?? 0)),
  }
}

/** Tabular figures line up in columns; ligatures would confuse copying out of the file. */
async function embed(doc: PDFDocument, bytes: Uint8Array): Promise<Typeface> {
  const font = await doc.embedFont(bytes, { subset: true, features: { tnum: true, liga: false } })
  const widths = new Map<string, number>()
  const widthOf = (letter: string) => {
    const width = widths.get(letter) ?? font.widthOfTextAtSize(letter, 1)
    widths.set(letter, width)
    return width
  }
  return { font, measure: (text, size) => [...text].reduce((sum, letter) => sum + widthOf(letter) * size, 0) }
}
