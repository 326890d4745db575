import type { Sheet } from '../document/document'
import type { HistoryRow } from '../document/history'
import type { PrintedTotal } from '../document/totals'
import {
  contentWidth,
  leading,
  linesOf,
  MARGIN,
  makeRoom,
  type Paper,
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

/** Everything below the lines: totals, what was paid and credited, remarks and the footer text. */
export function writeClosing(paper: Paper, { totals, payments, credits, remarks, footer }: Sheet): void {
  paper.y += 8
  makeRoom(
    paper,
    totals.reduce((height, total) => height + heightOf(paper, total), 0),
  )
  for (const total of totals) writeTotal(paper, total)
  writeHistory(paper, 'Payments', payments)
  writeHistory(paper, 'Credit notes', credits)
  paper.y += 18
  writeLastWords(paper, remarks, footer)
}

/** Together on one page, unless the footer is long. */
function writeLastWords(paper: Paper, remarks: string[], footer: string | null): void {
  const column = { x: MARGIN, width: contentWidth(paper) }
  const height = (text: string, style: Style) =>
    linesOf(paper, text, style, column.width).length * leading(style)
  const remarksHeight = remarks.reduce((sum, remark) => sum + height(remark, BODY), ROW_GAP)
  makeRoom(paper, Math.min(remarksHeight + height(footer ?? '', SMALL), LAST_WORDS_TOGETHER))
  for (const remark of remarks) writeText(paper, remark, BODY, column)
  if (remarks.length > 0) paper.y += ROW_GAP
  if (footer) writeText(paper, footer, SMALL, column)
}

function writeTotal(paper: Paper, { label, amount, isStrong }: PrintedTotal): void {
  const style = isStrong ? STRONG : BODY
  const right = MARGIN + contentWidth(paper)
  const x = right - TOTALS_WIDTH
  if (isStrong) {
    paper.y += ROW_GAP
    rule(paper, { x, width: TOTALS_WIDTH })
    paper.y += ROW_GAP + 2
  }
  writeLine(paper, amount, style, { x: right - AMOUNT_WIDTH, width: AMOUNT_WIDTH, align: 'right' })
  writeText(paper, label, style, labelColumn(x))
  paper.y += ROW_GAP
}

function heightOf(paper: Paper, { label, isStrong }: PrintedTotal): number {
  const style = isStrong ? STRONG : BODY
  const lines = linesOf(paper, label, style, labelColumn(0).width).length
  return lines * leading(style) + (isStrong ? 3 * ROW_GAP + 2 : ROW_GAP)
}

function labelColumn(x: number) {
  return { x, width: TOTALS_WIDTH - AMOUNT_WIDTH - 12 }
}

function writeHistory(paper: Paper, title: string, rows: HistoryRow[]): void {
  if (rows.length === 0) return
  const width = contentWidth(paper)
  const row = leading(BODY) + ROW_GAP
  paper.y += 14
  makeRoom(paper, 2 * row + 8)
  writeText(paper, title, HEADING, { x: MARGIN, width })
  paper.y += 3
  rule(paper, { x: MARGIN, width })
  paper.y += ROW_GAP + 2
  for (const { what, when, amount } of rows) {
    makeRoom(paper, row)
    writeLine(paper, what, BODY, { x: MARGIN, width: width - WHEN_WIDTH - AMOUNT_WIDTH - 12 })
    writeLine(paper, when, MUTED, { x: MARGIN + width - AMOUNT_WIDTH - WHEN_WIDTH, width: WHEN_WIDTH })
    writeLine(paper, amount, BODY, { x: MARGIN + width - AMOUNT_WIDTH, width: AMOUNT_WIDTH, align: 'right' })
    paper.y += row
  }
}
