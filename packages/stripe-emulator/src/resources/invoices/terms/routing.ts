import { ROOT } from '../../../state/database'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { TEXTS } from '../../../unconfirmed'
import { missing, refuse } from '../../../wire/refusal'
import type { InvoiceRequest } from '../params'

/** Keeps where the money of an invoice is to go: a fee to the platform, a transfer to another account. */
export function routePayment(unit: UnitOfWork, invoice: string, request: InvoiceRequest) {
  const { application_fee_amount: fee, transfer_data } = request
  if (fee === undefined && transfer_data === undefined) return
  const old = unit.get('payment_routing', invoice)
  const transfer = transfer_data === undefined ? (old?.transfer_data ?? null) : transfer_data
  if (transfer) requireConnected(unit, transfer.destination, 'transfer_data[destination]')
  if (fee !== undefined && !transfer && unit.account === unit.context.platform) {
    throw refuse(TEXTS.feeWithoutConnect, { param: 'application_fee_amount' })
  }
  unit.put('payment_routing', {
    id: invoice,
    application_fee_amount: fee ?? old?.application_fee_amount ?? null,
    transfer_data: transfer && { amount: transfer.amount ?? null, destination: transfer.destination },
  })
}

/** An account a parameter names must be one of the platform's. */
export function requireConnected(unit: UnitOfWork, account: string, param: string): string {
  const known = unit.change.collections(ROOT).account.get(account)
  if (known && (known.platform === unit.context.platform || account === unit.account)) return account
  throw missing('destination', account, param)
}
