import { emit } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
import { type Call, operation } from '../../../transport/operation'
import { pageOfList, paging } from '../../../transport/pages'
import { oneOf, text } from '../../../transport/params/leaves'
import { hash, list, metadata, type Read, required } from '../../../transport/params/params'
import { mergeMetadata } from '../../../transport/params/shapes'
import { missing, refuse } from '../../../wire/refusal'
import { changeItem, createItem, type Item } from '../../items/item'
import { itemIdOf, type Line, placeLine, refreshLine, takeOffLine } from '../../items/line'
import { lineParams } from '../../items/params'
import { editDraft, requireEditable } from '../edit'
import type { Invoice } from '../invoice'
import { taxAmounts } from '../params'
import { requireRoom } from './capacity'
import { giveTaxes } from './tax-amounts'

const changedLine = { ...lineParams, tax_amounts: taxAmounts }
const addedLine = { ...changedLine, invoice_item: text() }
const addParams = { lines: required(list(hash(addedLine))), invoice_metadata: metadata }
const updateParams = {
  lines: required(list(hash({ ...changedLine, id: required(text()) }))),
  invoice_metadata: metadata,
}
const removeParams = {
  lines: required(list(hash({ id: required(text()), behavior: required(oneOf('delete', 'unassign')) }))),
  invoice_metadata: metadata,
}

export const lineRoutes = [
  operation('GET', '/v1/invoices/:invoice/lines', paging, ({ book, params, path }) => {
    const { id } = book.target('invoice', path)
    const lines = book.shelves.line_item.inGroup(id)
    return pageOfList(lines, `/v1/invoices/${id}/lines`, params, (cursor, param) => {
      throw missing('line item', cursor, param)
    })
  }),

  operation('POST', '/v1/invoices/:invoice/add_lines', addParams, (call) =>
    editLines(call, (book, invoice) => {
      requireRoom(book, invoice, call.params.lines.length)
      call.params.lines.forEach((given, index) => {
        addLine(book, invoice, given, `lines[${index}]`)
      })
    }),
  ),

  operation('POST', '/v1/invoices/:invoice/update_lines', updateParams, (call) =>
    editLines(call, (book, invoice) => {
      call.params.lines.forEach(({ id, ...given }, index) => {
        changeLine(book, lineOn(book, invoice, id, `lines[${index}][id]`), given, `lines[${index}]`)
      })
    }),
  ),

  operation('POST', '/v1/invoices/:invoice/remove_lines', removeParams, (call) =>
    editLines(call, (book, invoice) => {
      call.params.lines.forEach(({ id, behavior }, index) => {
        removeLine(book, lineOn(book, invoice, id, `lines[${index}][id]`), behavior)
      })
    }),
  ),

  operation(
    'POST',
    '/v1/invoices/:invoice/lines/:line_item_id',
    changedLine,
    ({ book, params, path, child }) => {
      const invoice = book.target('invoice', path)
      requireEditable(invoice)
      const line = book.target('line_item', child)
      editDraft(book, invoice, () => {
        changeLine(book, line, params)
        return invoice
      })
      return book.need('line_item', line.id, 'id')
    },
  ),
]

type LinesCall = Call<{ invoice_metadata: Record<string, string> | null | undefined }>

function editLines({ book, params, path }: LinesCall, edit: (book: Book, invoice: Invoice) => void): Invoice {
  const invoice = book.target('invoice', path)
  requireEditable(invoice)
  return editDraft(book, invoice, () => {
    edit(book, invoice)
    return { ...invoice, metadata: mergeMetadata(invoice.metadata ?? {}, params.invoice_metadata) }
  })
}

function addLine(book: Book, invoice: Invoice, given: Read<typeof addedLine>, at: string) {
  if (given.invoice_item !== undefined) {
    const item = pendingItem(book, invoice, given.invoice_item, `${at}[invoice_item]`)
    const changed = changeItem(book, book.put('invoiceitem', { ...item, invoice: invoice.id }), given, at)
    giveTaxes(book, placeLine(book, changed, invoice.id), given.tax_amounts)
    return
  }
  const place = { customer: invoice.customer ?? '', currency: invoice.currency, invoice: invoice.id, at }
  const item = createItem(book, given, place)
  emit(book, 'invoiceitem.created', item)
  giveTaxes(book, placeLine(book, item, invoice.id), given.tax_amounts)
}

function changeLine(book: Book, line: Line, given: Read<typeof changedLine>, at = '') {
  giveTaxes(book, line, given.tax_amounts)
  const item = book.need('invoiceitem', itemIdOf(line), at)
  refreshLine(book, line, changeItem(book, item, given, at))
}

function removeLine(book: Book, line: Line, behavior: 'delete' | 'unassign') {
  const item = book.get('invoiceitem', itemIdOf(line))
  takeOffLine(book, line)
  if (!item) return
  if (behavior === 'unassign') book.put('invoiceitem', { ...item, invoice: null })
  else book.remove('invoiceitem', item.id)
  if (behavior === 'delete') emit(book, 'invoiceitem.deleted', item)
}

function lineOn(book: Book, invoice: Invoice, id: string, param: string): Line {
  const line = book.need('line_item', id, param)
  if (line.invoice !== invoice.id) throw missing('line item', id, param)
  return line
}

function pendingItem(book: Book, invoice: Invoice, id: string, param: string): Item {
  const item = book.need('invoiceitem', id, param)
  if (item.invoice === null && item.customer === invoice.customer) return item
  throw refuse('This invoice item is already attached to an invoice.', { param })
}
