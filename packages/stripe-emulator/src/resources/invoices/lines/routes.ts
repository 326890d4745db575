import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
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
  operation('GET', '/v1/invoices/:invoice/lines', paging, ({ unit, params, path }) => {
    const { id } = unit.target('invoice', path)
    const lines = unit.collections.line_item.inGroup(id)
    return pageOfList(lines, `/v1/invoices/${id}/lines`, params, (cursor, param) => {
      throw missing('line item', cursor, param)
    })
  }),

  operation('POST', '/v1/invoices/:invoice/add_lines', addParams, (call) =>
    editLines(call, (unit, invoice) => {
      requireRoom(unit, invoice, call.params.lines.length)
      call.params.lines.forEach((given, index) => {
        addLine(unit, invoice, given, `lines[${index}]`)
      })
    }),
  ),

  operation('POST', '/v1/invoices/:invoice/update_lines', updateParams, (call) =>
    editLines(call, (unit, invoice) => {
      call.params.lines.forEach(({ id, ...given }, index) => {
        changeLine(unit, lineOn(unit, invoice, id, `lines[${index}][id]`), given, `lines[${index}]`)
      })
    }),
  ),

  operation('POST', '/v1/invoices/:invoice/remove_lines', removeParams, (call) =>
    editLines(call, (unit, invoice) => {
      call.params.lines.forEach(({ id, behavior }, index) => {
        removeLine(unit, lineOn(unit, invoice, id, `lines[${index}][id]`), behavior)
      })
    }),
  ),

  operation(
    'POST',
    '/v1/invoices/:invoice/lines/:line_item_id',
    changedLine,
    ({ unit, params, path, child }) => {
      const invoice = unit.target('invoice', path)
      requireEditable(invoice)
      const line = unit.target('line_item', child)
      editDraft(unit, invoice, () => {
        changeLine(unit, line, params)
        return invoice
      })
      return unit.need('line_item', line.id, 'id')
    },
  ),
]

type LinesCall = Call<{ invoice_metadata: Record<string, string> | null | undefined }>

function editLines(
  { unit, params, path }: LinesCall,
  edit: (unit: UnitOfWork, invoice: Invoice) => void,
): Invoice {
  const invoice = unit.target('invoice', path)
  requireEditable(invoice)
  return editDraft(unit, invoice, () => {
    edit(unit, invoice)
    return { ...invoice, metadata: mergeMetadata(invoice.metadata ?? {}, params.invoice_metadata) }
  })
}

function addLine(unit: UnitOfWork, invoice: Invoice, given: Read<typeof addedLine>, at: string) {
  if (given.invoice_item !== undefined) {
    const item = pendingItem(unit, invoice, given.invoice_item, `${at}[invoice_item]`)
    const changed = changeItem(unit, unit.put('invoiceitem', { ...item, invoice: invoice.id }), given, at)
    giveTaxes(unit, placeLine(unit, changed, invoice.id), given.tax_amounts)
    return
  }
  const place = { customer: invoice.customer ?? '', currency: invoice.currency, invoice: invoice.id, at }
  const item = createItem(unit, given, place)
  emit(unit, 'invoiceitem.created', item)
  giveTaxes(unit, placeLine(unit, item, invoice.id), given.tax_amounts)
}

function changeLine(unit: UnitOfWork, line: Line, given: Read<typeof changedLine>, at = '') {
  giveTaxes(unit, line, given.tax_amounts)
  const item = unit.need('invoiceitem', itemIdOf(line), at)
  refreshLine(unit, line, changeItem(unit, item, given, at))
}

function removeLine(unit: UnitOfWork, line: Line, behavior: 'delete' | 'unassign') {
  const item = unit.get('invoiceitem', itemIdOf(line))
  takeOffLine(unit, line)
  if (!item) return
  if (behavior === 'unassign') unit.put('invoiceitem', { ...item, invoice: null })
  else unit.remove('invoiceitem', item.id)
  if (behavior === 'delete') emit(unit, 'invoiceitem.deleted', item)
}

function lineOn(unit: UnitOfWork, invoice: Invoice, id: string, param: string): Line {
  const line = unit.need('line_item', id, param)
  if (line.invoice !== invoice.id) throw missing('line item', id, param)
  return line
}

function pendingItem(unit: UnitOfWork, invoice: Invoice, id: string, param: string): Item {
  const item = unit.need('invoiceitem', id, param)
  if (item.invoice === null && item.customer === invoice.customer) return item
  throw refuse('This invoice item is already attached to an invoice.', { param })
}
