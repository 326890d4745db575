import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
} from 'pdf-lib'

interface Piece {
  x: number
  y: number
  text: string
}

/**
 * Reads what a reader can copy out of a PDF, page by page: each line from left to right, as the glyphs say they are.
 */
export async function pdfText(bytes: Uint8Array): Promise<string[]> {
  const doc = await PDFDocument.load(bytes)
  return doc.getPages().map((page) => linesOf(piecesOf(page)).join('\n'))
}

/** Lines from top to bottom; pieces of one line stand at one height. */
function linesOf(pieces: Piece[]): string[] {
  const lines = new Map<number, Piece[]>()
  for (const piece of pieces) lines.set(piece.y, [...(lines.get(piece.y) ?? []), piece])
  return [...lines]
    .sort(([a], [b]) => b - a)
    .map(([, line]) =>
      line
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(' '),
    )
}

function piecesOf(page: PDFPage): Piece[] {
  const fonts = fontsOf(page)
  const pieces: Piece[] = []
  let letters = new Map<string, string>()
  let place = { x: 0, y: 0 }
  for (const line of contentOf(page).split('\n')) {
    const [, font] = /^\/(\S+) \S+ Tf$/.exec(line) ?? []
    const [, x, y] = /^1 0 0 1 (\S+) (\S+) Tm$/.exec(line) ?? []
    const [, glyphs] = /^<([0-9A-F]*)> Tj$/.exec(line) ?? []
    if (font) letters = fonts.get(font) ?? letters
    if (x && y) place = { x: Number(x), y: Math.round(Number(y)) }
    if (glyphs !== undefined) pieces.push({ ...place, text: spell(glyphs, letters) })
  }
  return pieces
}

function spell(glyphs: string, letters: Map<string, string>): string {
  return (glyphs.match(/.{4}/g) ?? []).map((glyph) => letters.get(glyph) ?? '\ufffd').join('')
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => page.doc.context.lookup(ref)) : [contents]
  return streams.map(textOf).join('\n')
}

/** What each glyph of each font on the page stands for. */
function fontsOf(page: PDFPage): Map<string, Map<string, string>> {
  const dict = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
  const entries = dict?.entries() ?? []
  return new Map(
    entries.map(([name, ref]) => {
      const font = page.doc.context.lookup(ref, PDFDict)
      const table = textOf(font.lookup(PDFName.of('ToUnicode')))
      const pairs = [...table.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/g)]
      return [name.decodeText(), new Map(pairs.map(([, glyph = '', hex = '']) => [glyph, unicode(hex)]))]
    }),
  )
}

function unicode(hex: string): string {
  return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))
}

function textOf(stream: unknown): string {
  return stream instanceof PDFRawStream
    ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    : ''
}
