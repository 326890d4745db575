import type { Sheet } from '../sheet'
import type { PrintedTotal } from '../totals'
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
} from './paper'

const BODY: Style = { size: 9.5 }
const STRONG: Style = { size: 11, font: 'strong' }
const SMALL: Style = { size: 8.5, color: 'muted' }
const TOTALS_WIDTH = 300
const AMOUNT_WIDTH = 100
const ROW_GAP = 5

/** Everything below the lines: totals, remarks and the footer text. */
export function writeClosing(paper: Paper, { totals, remarks, footer }: Sheet): void {
  const width = contentWidth(paper)
  paper.y += 8
  makeRoom(
    paper,
    totals.reduce((height, total) => height + heightOf(paper, total), 0),
  )
  for (const total of totals) writeTotal(paper, total)
  paper.y += 24
  for (const remark of remarks) writeText(paper, remark, BODY, { x: MARGIN, width })
  if (footer) writeText(paper, footer, SMALL, { x: MARGIN, width })
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
