import type { PrintedDocument } from '../document/document'
import type { PrintedLine } from '../document/lines'
import {
  type Canvas,
  type Column,
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
const HEAD: Style = { size: 8.5, color: 'muted' }
const NOTE: Style = { size: 8.5, color: 'muted' }
const GAP = 12
const ROW_PADDING = 6

type Cell = 'description' | 'quantity' | 'unitPrice' | 'tax' | 'amount'
type Columns = Partial<Record<Cell, Column>> & { description: Column }

const HEADING: Record<Cell, string> = {
  description: 'Description',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  tax: 'Tax',
  amount: 'Amount',
}

/** Writes the lines over as many pages as they need, the column heads on each. */
export function writeLineTable(canvas: Canvas, { lines, hasTax }: PrintedDocument): void {
  const columns = columnsOf(canvas, hasTax)
  const writeHead = () => {
    writeCells(canvas, HEADING, HEAD, columns)
    canvas.y += leading(HEAD) + 4
    rule(canvas, { x: MARGIN, width: contentWidth(canvas) }, 'ink')
  }
  makeRoom(canvas, 80)
  writeHead()
  for (const line of lines) writeRow(canvas, line, columns, writeHead)
}

/** A row stays whole unless it is taller than a good part of a page. */
function writeRow(canvas: Canvas, line: PrintedLine, columns: Columns, writeHead: () => void): void {
  const { description } = columns
  const bodyHeight = linesOf(canvas, line.description, BODY, description.width).length * leading(BODY)
  makeRoom(canvas, Math.min(bodyHeight + line.notes.length * leading(NOTE) + 2 * ROW_PADDING, 240), writeHead)

  const onNewPage = () => {
    writeHead()
    canvas.y += ROW_PADDING
  }
  canvas.y += ROW_PADDING
  writeCells(canvas, { ...line, description: '' }, BODY, columns)
  writeText(canvas, line.description, BODY, description, onNewPage)
  for (const note of line.notes) writeText(canvas, note, NOTE, description, onNewPage)
  canvas.y += ROW_PADDING
  rule(canvas, { x: MARGIN, width: contentWidth(canvas) })
}

function writeCells(canvas: Canvas, cells: Record<Cell, string>, style: Style, columns: Columns): void {
  for (const cell of ['description', 'quantity', 'unitPrice', 'tax', 'amount'] as const) {
    const column = columns[cell]
    if (column) writeLine(canvas, cells[cell], style, column)
  }
}

/** Fixed columns from the right edge inwards; the description takes what is left. */
function columnsOf(canvas: Canvas, hasTax: boolean): Columns {
  let right = MARGIN + contentWidth(canvas)
  const take = (width: number): Column => {
    right -= width
    return { x: right + GAP, width: width - GAP, align: 'right' }
  }
  const amount = take(94)
  const tax = hasTax ? { tax: take(62) } : {}
  const unitPrice = take(90)
  const quantity = take(64)
  return { amount, ...tax, unitPrice, quantity, description: { x: MARGIN, width: right - MARGIN } }
}
