import { paging, range } from '../../transport/pages'
import { decimal, integer, oneOf, text } from '../../transport/params/leaves'
import { hash, list, metadata, type Read, required, unsettable } from '../../transport/params/params'

const taxAmount = hash({
  amount: required(integer()),
  tax_rate: required(text()),
  taxable_amount: required(integer()),
})

const noteLine = hash({
  amount: integer(),
  description: text(),
  invoice_line_item: text(),
  metadata,
  quantity: integer({ min: 1 }),
  tax_amounts: unsettable(list(taxAmount, { max: 20 })),
  tax_rates: unsettable(list(text(), { max: 5 })),
  type: required(oneOf('custom_line_item', 'invoice_line_item')),
  unit_amount: integer(),
  unit_amount_decimal: decimal({ signed: true }),
})

const noteRefund = hash({
  amount_refunded: integer({ min: 1 }),
  payment_record_refund: hash({ payment_record: required(text()), refund_group: required(text()) }),
  refund: text(),
  type: oneOf('payment_record_refund', 'refund'),
})

/** What a credit note is made from, and previewed from. */
export const noteParams = {
  amount: integer({ min: 1 }),
  credit_amount: integer({ min: 0 }),
  effective_at: integer(),
  email_type: oneOf('credit_note', 'none'),
  invoice: required(text()),
  lines: list(noteLine),
  memo: text(),
  metadata,
  out_of_band_amount: integer({ min: 0 }),
  reason: oneOf('duplicate', 'fraudulent', 'order_change', 'product_unsatisfactory'),
  refund_amount: integer({ min: 0 }),
  refunds: list(noteRefund),
  shipping_cost: hash({ shipping_rate: text() }),
}

export const noteFilters = {
  ...paging,
  created: range,
  customer: text(),
  customer_account: text(),
  invoice: text(),
}

export type NoteRequest = Read<typeof noteParams>
export type NoteLineRequest = NonNullable<NoteRequest['lines']>[number]
export type NoteRefundRequest = NonNullable<NoteRequest['refunds']>[number]
