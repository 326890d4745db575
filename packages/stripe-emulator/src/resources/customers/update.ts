import { emitUpdate } from '../../events/emit'
import type { Book } from '../../state/unit-of-work'
import { operation } from '../../transport/operation'
import { missing } from '../../wire/refusal'
import { noteMove } from './balance/balance'
import type { Customer } from './customer'
import { customerParams } from './params'
import { shownCustomer } from './serialise'
import { attachSource, cardOfSource } from './sources/attach'
import { withParams } from './with-params'

export const updateCustomer = operation(
  'POST',
  '/v1/customers/:id',
  customerParams.update,
  ({ book, params, path }) => {
    const before = book.target('customer', path)
    const { default_source, source } = params
    if (default_source !== undefined) refuseNotTheirs(book, before, default_source)
    const card = source && cardOfSource(book, source)
    const laid = withParams(book, before, params)
    const after = book.put('customer', {
      ...laid,
      default_source: card ? card.method.id : (default_source ?? before.default_source),
    })
    noteAdjustment(book, before, after)
    if (card) attachSource(book, card, before.id)
    emitUpdate(book, 'customer.updated', shownCustomer(before), shownCustomer(after))
    return shownCustomer(after)
  },
)

function noteAdjustment(book: Book, before: Customer, after: Customer) {
  const amount = after.balance - before.balance
  if (amount === 0) return
  noteMove(book, before, amount, { type: 'adjustment', currency: after.currency ?? 'usd' })
}

function refuseNotTheirs(book: Book, customer: Customer, source: string) {
  if (book.get('payment_method', source)?.customer === customer.id) return
  throw missing('source', source, 'default_source')
}
