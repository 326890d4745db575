import 'server-only'
import type Stripe from 'stripe'
import { OURS } from '@/lib/stripe/metadata'
import { INVOICE_PARAMS, LINE_PARAMS } from './at-stripe'
import type { Bill } from './bill'
import type { Catalog } from './catalog'

export function invoiceParams(bill: Bill, opId: string, customer: string, catalog: Catalog) {
  const fields = Object.values(INVOICE_PARAMS).map((params) => params(bill, catalog))
  const of: Stripe.InvoiceCreateParams = Object.assign({}, ...fields)
  return {
    ...of,
    customer,
    collection_method: 'send_invoice',
    due_date: bill.dueAt,
    auto_advance: false,
    pending_invoice_items_behavior: 'exclude',
    metadata: { [OURS.invoice]: bill.invoiceId, [OURS.workspace]: bill.workspaceId, [OURS.op]: opId },
  } satisfies Stripe.InvoiceCreateParams
}

export function lineParams(bill: Bill, catalog: Catalog): Stripe.InvoiceAddLinesParams.Line[] {
  return bill.lines.map((line, position) => {
    const fields = Object.values(LINE_PARAMS).map((params) => params(line, bill, catalog))
    const of: Stripe.InvoiceAddLinesParams.Line = Object.assign({}, ...fields)
    // Stripe promises no order of lines.
    return { ...of, metadata: { [OURS.position]: String(position), [OURS.line]: line.id } }
  })
}
