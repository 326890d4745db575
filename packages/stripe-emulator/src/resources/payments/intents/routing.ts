import Big from 'big.js'
import { roundMinor } from '../../../money/round'
import type { Kinds } from '../../../state/kinds'
import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Invoice } from '../../invoices/invoice'

type Routing = Omit<Kinds['payment_routing'], 'id'>

/** Returns where an invoice's money goes: as the invoice says, or by the percentages of its subscription. */
export function routingOf(unit: UnitOfWork, invoice: Invoice): Routing {
  const own = unit.get('payment_routing', invoice.id)
  if (own) return own
  const subscribed = invoice.parent?.subscription_details?.subscription ?? ''
  const { application_fee_percent: fee = null, transfer_data: transfer = null } =
    unit.get('subscription', subscribed) ?? {}
  return {
    application_fee_amount: shareOf(invoice.total, fee),
    transfer_data: transfer && {
      amount: shareOf(invoice.total, transfer.amount_percent),
      destination: transfer.destination,
    },
  }
}

function shareOf(totalMinor: number, percent: number | null): number | null {
  return percent === null ? null : roundMinor(new Big(totalMinor).times(percent).div(100))
}
