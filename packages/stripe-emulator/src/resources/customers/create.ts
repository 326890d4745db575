import { emit } from '../../events/emit'
import type { Book } from '../../state/unit-of-work'
import { operation } from '../../transport/operation'
import type { Read } from '../../transport/params/params'
import { attach, instrumentById } from '../payments/instrument'
import { roomOnClock } from '../test-clocks/clock'
import { noteMove } from './balance/balance'
import { type Customer, newCustomer } from './customer'
import { customerParams } from './params'
import { shownCustomer } from './serialise'
import { attachSource, cardOfSource } from './sources/attach'
import { addTaxId } from './tax-ids/tax-id'
import { withParams } from './with-params'

type Request = Read<typeof customerParams.create>

export const createCustomer = operation(
  'POST',
  '/v1/customers',
  customerParams.create,
  ({ book, params: request }) => {
    const { payment_method, source, tax_id_data = [], test_clock = null } = request
    if (test_clock !== null) roomOnClock(book, test_clock, 'test_clock')
    const fresh = { ...newCustomer(book.now), test_clock }
    const instrument = payment_method && instrumentById(book, payment_method, 'payment_method')
    const card = source && cardOfSource(book, source)
    const customer = book.put('customer', {
      ...withRequest(book, fresh, request, instrument ? instrument.method.id : null),
      default_source: card ? card.method.id : null,
    })
    noteInitialBalance(book, customer)
    emit(book, 'customer.created', shownCustomer(customer))
    if (instrument) attach(book, instrument, customer.id)
    if (card) attachSource(book, card, customer.id)
    for (const [index, each] of tax_id_data.entries()) {
      addTaxId(book, customer.id, each, `tax_id_data[${index}][value]`)
    }
    return shownCustomer(customer)
  },
)

/** The default may be the payment method that is being attached, named by the same id, if only a test id. */
function withRequest(book: Book, fresh: Customer, request: Request, attaching: string | null): Customer {
  const { invoice_settings: settings, payment_method } = request
  if (attaching === null || !settings || settings.default_payment_method !== payment_method) {
    return withParams(book, fresh, request)
  }
  const others = { ...settings, default_payment_method: undefined }
  const customer = withParams(book, fresh, { ...request, invoice_settings: others })
  return {
    ...customer,
    invoice_settings: { ...customer.invoice_settings, default_payment_method: attaching },
  }
}

function noteInitialBalance(book: Book, { id, balance, currency }: Customer) {
  if (balance === 0) return
  noteMove(book, { id, balance: 0 }, balance, { type: 'initial', currency: currency ?? 'usd' })
}
