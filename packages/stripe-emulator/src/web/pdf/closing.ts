import type { PrintedDocument } from '../document/document'
import type { HistoryRow } from '../document/history'
import type { PrintedTotal } from '../document/totals'
import {
  type Canvas,
  contentWidth,
  leading,
  linesOf,
  MARGIN,
  makeRoom,
  rule,
  type Style,
  writeLine,
  writeText,
} from './canvas'

const BODY: Style = { size: 9.5 }
const STRONG: Style = { size: 11, font: 'strong' }
const HEADING: Style = { size: 9.5, font: 'strong' }
const MUTED: Style = { size: 9.5, color: 'muted' }
const SMALL: Style = { size: 8.5, color: 'muted' }
const TOTALS_WIDTH = 300
const AMOUNT_WIDTH = 100
const WHEN_WIDTH = 130
const ROW_GAP = 5
const LAST_WORDS_TOGETHER = 160

/** Writes everything below the lines: totals, what was paid and credited, remarks and the footer text. */
export function writeClosing(
  canvas: Canvas,
  { totals, payments, credits, remarks, footer }: PrintedDocument,
): void {
  canvas.y += 8
  makeRoom(
    canvas,
    totals.reduce((height, total) => height + heightOf(canvas, total), 0),
  )
  for (const total of totals) writeTotal(canvas, total)
  writeHistory(canvas, 'Payments', payments)
  writeHistory(canvas, 'Credit notes', credits)
  canvas.y += 18
  writeLastWords(canvas, remarks, footer)
}

/** Together on one page, unless the footer is long. */
function writeLastWords(canvas: Canvas, remarks: string[], footer: string | null): void {
  const column = { x: MARGIN, width: contentWidth(canvas) }
  const height = (text: string, style: Style) =>
    linesOf(canvas, text, style, column.width).length * leading(style)
  const remarksHeight = remarks.reduce((sum, remark) => sum + height(remark, BODY), ROW_GAP)
  makeRoom(canvas, Math.min(remarksHeight + height(footer ?? '', SMALL), LAST_WORDS_TOGETHER))
  for (const remark of remarks) writeText(canvas, remark, BODY, column)
  if (remarks.length > 0) canvas.y += ROW_GAP
  if (footer) writeText(canvas, footer, SMALL, column)
}

function writeTotal(canvas: Canvas, { label, amount, isStrong }: PrintedTotal): void {
  const style = isStrong ? STRONG : BODY
  const right = MARGIN + contentWidth(canvas)
  const x = right - TOTALS_WIDTH
  if (isStrong) {
    canvas.y += ROW_GAP
    rule(canvas, { x, width: TOTALS_WIDTH })
    canvas.y += ROW_GAP + 2
  }
  writeLine(canvas, amount, style, { x: right - AMOUNT_WIDTH, width: AMOUNT_WIDTH, align: 'right' })
  writeText(canvas, label, style, labelColumn(x))
  canvas.y += ROW_GAP
}

function heightOf(canvas: Canvas, { label, isStrong }: PrintedTotal): number {
  const style = isStrong ? STRONG : BODY
  const lines = linesOf(canvas, label, style, labelColumn(0).width).length
  return lines * leading(style) + (isStrong ? 3 * ROW_GAP + 2 : ROW_GAP)
}

function labelColumn(x: number) {
  return { x, width: TOTALS_WIDTH - AMOUNT_WIDTH - 12 }
}

function writeHistory(canvas: Canvas, title: string, rows: HistoryRow[]): void {
  if (rows.length === 0) return
  const width = contentWidth(canvas)
  const row = leading(BODY) + ROW_GAP
  canvas.y += 14
  makeRoom(canvas, 2 * row + 8)
  writeText(canvas, title, HEADING, { x: MARGIN, width })
  canvas.y += 3
  rule(canvas, { x: MARGIN, width })
  canvas.y += ROW_GAP + 2
  for (const { what, when, amount } of rows) {
    makeRoom(canvas, row)
    writeLine(canvas, what, BODY, { x: MARGIN, width: width - WHEN_WIDTH - AMOUNT_WIDTH - 12 })
    writeLine(canvas, when, MUTED, { x: MARGIN + width - AMOUNT_WIDTH - WHEN_WIDTH, width: WHEN_WIDTH })
    writeLine(canvas, amount, BODY, { x: MARGIN + width - AMOUNT_WIDTH, width: AMOUNT_WIDTH, align: 'right' })
    canvas.y += row
  }
}
