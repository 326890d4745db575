import type { Sheet } from '../document/document'
import { contentWidth, linkLine, MARGIN, type Paper, rule, type Style, writeLine, writeText } from './canvas'

const BODY: Style = { size: 9.5 }
const LABEL: Style = { size: 9.5, color: 'muted' }
const HEADLINE: Style = { size: 17, font: 'strong' }
const LABEL_WIDTH = 110
const GUTTER = 16

/** Everything above the lines: who, to whom, how much, until when. */
export function writeOpening(paper: Paper, sheet: Sheet, payUrl: string | undefined): void {
  const width = contentWidth(paper)
  writeTitle(paper, sheet)
  for (const { label, value } of sheet.facts) {
    writeLine(paper, label, LABEL, { x: MARGIN, width: LABEL_WIDTH - 8 })
    writeText(paper, value, BODY, { x: MARGIN + LABEL_WIDTH, width: width - LABEL_WIDTH })
  }
  paper.y += 18
  writeParties(paper, sheet)
  paper.y += 20
  writeText(paper, sheet.headline, HEADLINE, { x: MARGIN, width })
  if (payUrl) writePayLink(paper, payUrl)
  if (sheet.memo) {
    paper.y += 10
    writeText(paper, sheet.memo, BODY, { x: MARGIN, width: Math.min(width, 420) })
  }
  paper.y += 20
}

function writeTitle(paper: Paper, { title, business }: Sheet): void {
  const half = contentWidth(paper) / 2
  rule(paper, { x: MARGIN, width: 28 }, 'accent', 3)
  paper.y += 16
  writeLine(paper, title, { size: 22, font: 'strong' }, { x: MARGIN, width: half })
  paper.y += 7
  writeLine(paper, business, { size: 13, font: 'strong' }, { x: MARGIN + half, width: half, align: 'right' })
  paper.y += 32
}

/** Side by side, each as tall as it must be. */
function writeParties(paper: Paper, { parties }: Sheet): void {
  const column = contentWidth(paper) / parties.length
  const top = paper.y
  const bottoms = parties.map(({ heading, lines }, index) => {
    const place = { x: MARGIN + index * column, width: column - GUTTER }
    paper.y = top
    writeText(paper, heading, LABEL, place)
    for (const [row, line] of lines.entries())
      writeText(paper, line, row === 0 ? { ...BODY, font: 'strong' } : BODY, place)
    return paper.y
  })
  paper.y = Math.max(...bottoms)
}

function writePayLink(paper: Paper, url: string): void {
  const style: Style = { size: 10, font: 'strong', color: 'accent' }
  const column = { x: MARGIN, width: 60 }
  paper.y += 4
  linkLine(paper, url, style, column)
  writeText(paper, 'Pay online', style, column)
}
