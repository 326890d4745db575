import { type PDFDocument, type PDFPage, PDFString, rgb } from 'pdf-lib'
import type { Fonts } from './fonts'
import { wrap } from './text'

/** A stack of pages written from top to bottom. Lengths are points; `y` counts down from the top edge. */
export interface Canvas {
  doc: PDFDocument
  fonts: Fonts
  size: [width: number, height: number]
  page: PDFPage
  y: number
}

export interface Style {
  size: number
  font?: 'regular' | 'strong'
  color?: keyof typeof INK
}

export interface Column {
  x: number
  width: number
  align?: 'left' | 'right'
}

const INK = {
  ink: rgb(0.114, 0.106, 0.094),
  muted: rgb(0.404, 0.384, 0.353),
  hairline: rgb(0.87, 0.85, 0.82),
  accent: rgb(0.059, 0.369, 0.353),
}

export const MARGIN = 50
const BOTTOM = 64
const LEADING = 1.42

export function openCanvas(doc: PDFDocument, fonts: Fonts, size: [number, number]): Canvas {
  return { doc, fonts, size, page: doc.addPage(size), y: MARGIN }
}

export function contentWidth({ size }: Canvas): number {
  return size[0] - 2 * MARGIN
}

/** Starts a new page when less than `height` is left; `onNewPage` repeats what must head it. */
export function makeRoom(canvas: Canvas, height: number, onNewPage?: () => void): void {
  if (canvas.y + height <= canvas.size[1] - BOTTOM) return
  canvas.page = canvas.doc.addPage(canvas.size)
  canvas.y = MARGIN
  onNewPage?.()
}

export function leading({ size }: Style): number {
  return size * LEADING
}

export function linesOf({ fonts }: Canvas, text: string, style: Style, width: number): string[] {
  const { measure } = fonts[style.font ?? 'regular']
  return wrap(fonts.printable(text), width, (part) => measure(part, style.size))
}

/** Writes one line at the cursor, shrunk if its column is too narrow for it. The cursor stays. */
export function writeLine(canvas: Canvas, text: string, style: Style, column: Column): void {
  const { font, measure } = canvas.fonts[style.font ?? 'regular']
  const line = canvas.fonts.printable(text).replaceAll('\n', ' ')
  if (line === '') return
  const size = style.size * Math.min(1, column.width / Math.max(1, measure(line, style.size)))
  canvas.page.drawText(line, {
    x: column.align === 'right' ? column.x + column.width - font.widthOfTextAtSize(line, size) : column.x,
    y: canvas.size[1] - canvas.y - style.size,
    size,
    font,
    color: INK[style.color ?? 'ink'],
  })
}

/** Writes wrapped text; the cursor ends below it. */
export function writeText(
  canvas: Canvas,
  text: string,
  style: Style,
  column: Column,
  onNewPage?: () => void,
): void {
  for (const line of linesOf(canvas, text, style, column.width)) {
    makeRoom(canvas, leading(style), onNewPage)
    writeLine(canvas, line, style, column)
    canvas.y += leading(style)
  }
}

export function rule(
  canvas: Canvas,
  { x, width }: Column,
  color: keyof typeof INK = 'hairline',
  thickness = 0.75,
) {
  const y = canvas.size[1] - canvas.y
  canvas.page.drawLine({ start: { x, y }, end: { x: x + width, y }, thickness, color: INK[color] })
}

/** Makes the line at the cursor open an address. */
export function linkLine(
  { doc, page, size, y }: Canvas,
  url: string,
  style: Style,
  { x, width }: Column,
): void {
  const top = size[1] - y
  const link = doc.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [x, top - leading(style), x + width, top],
    Border: [0, 0, 0],
    A: { Type: 'Action', S: 'URI', URI: PDFString.of(url) },
  })
  page.node.addAnnot(doc.context.register(link))
}
