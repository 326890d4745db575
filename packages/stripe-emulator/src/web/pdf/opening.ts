import type { PrintedDocument } from '../document/document'
import { type Canvas, contentWidth, linkLine, MARGIN, rule, type Style, writeLine, writeText } from './canvas'

const BODY: Style = { size: 9.5 }
const LABEL: Style = { size: 9.5, color: 'muted' }
const HEADLINE: Style = { size: 17, font: 'strong' }
const LABEL_WIDTH = 110
const GUTTER = 16

/** Writes everything above the lines: who, to whom, how much, until when. */
export function writeOpening(canvas: Canvas, document: PrintedDocument, payUrl: string | undefined): void {
  const width = contentWidth(canvas)
  writeTitle(canvas, document)
  for (const { label, value } of document.facts) {
    writeLine(canvas, label, LABEL, { x: MARGIN, width: LABEL_WIDTH - 8 })
    writeText(canvas, value, BODY, { x: MARGIN + LABEL_WIDTH, width: width - LABEL_WIDTH })
  }
  canvas.y += 18
  writeParties(canvas, document)
  canvas.y += 20
  writeText(canvas, document.headline, HEADLINE, { x: MARGIN, width })
  if (payUrl) writePayLink(canvas, payUrl)
  if (document.memo) {
    canvas.y += 10
    writeText(canvas, document.memo, BODY, { x: MARGIN, width: Math.min(width, 420) })
  }
  canvas.y += 20
}

function writeTitle(canvas: Canvas, { title, business }: PrintedDocument): void {
  const half = contentWidth(canvas) / 2
  rule(canvas, { x: MARGIN, width: 28 }, 'accent', 3)
  canvas.y += 16
  writeLine(canvas, title, { size: 22, font: 'strong' }, { x: MARGIN, width: half })
  canvas.y += 7
  writeLine(canvas, business, { size: 13, font: 'strong' }, { x: MARGIN + half, width: half, align: 'right' })
  canvas.y += 32
}

/** Side by side, each as tall as it must be. */
function writeParties(canvas: Canvas, { parties }: PrintedDocument): void {
  const column = contentWidth(canvas) / parties.length
  const top = canvas.y
  const bottoms = parties.map(({ heading, lines }, index) => {
    const place = { x: MARGIN + index * column, width: column - GUTTER }
    canvas.y = top
    writeText(canvas, heading, LABEL, place)
    for (const [row, line] of lines.entries())
      writeText(canvas, line, row === 0 ? { ...BODY, font: 'strong' } : BODY, place)
    return canvas.y
  })
  canvas.y = Math.max(...bottoms)
}

function writePayLink(canvas: Canvas, url: string): void {
  const style: Style = { size: 10, font: 'strong', color: 'accent' }
  const column = { x: MARGIN, width: 60 }
  canvas.y += 4
  linkLine(canvas, url, style, column)
  writeText(canvas, 'Pay online', style, column)
}
