import type Stripe from 'stripe'
import { emit, emitUpdate } from '../../../events/emit'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { oneOf, text } from '../../../transport/params/leaves'
import { type Read, required } from '../../../transport/params/params'
import { TEXTS } from '../../../unconfirmed'
import { badParam, refuse } from '../../../wire/refusal'
import type { Wire } from '../../../wire/wire'
import { countryOf, isChecked, isWellFormed, magicOf } from './format'
import { TAX_ID_TYPES } from './tax-id-types'

export type TaxId = Wire<Stripe.TaxId>

export const taxIdParams = { type: required(oneOf(...TAX_ID_TYPES)), value: required(text()) }

type Request = Read<typeof taxIdParams>

const MAX_OF_CUSTOMER = 5
const UNKNOWN = { verified_address: null, verified_name: null }
const VERIFIED = { verified_address: '1 Test Street', verified_name: 'Test Company' }

/** Gives a customer a tax ID and starts the check; what comes of a check in test mode is known at once. */
export function addTaxId(unit: UnitOfWork, customer: string, request: Request, at = 'value'): TaxId {
  const others = unit.collections.tax_id.inGroup(customer)
  if (others.some(({ type, value }) => type === request.type && value === request.value)) {
    throw refuse(TEXTS.taxIdTwice, { code: 'resource_already_exists' })
  }
  if (others.length >= MAX_OF_CUSTOMER) throw refuse(TEXTS.tooManyTaxIds(MAX_OF_CUSTOMER))
  const owner = { type: 'customer', customer, customer_account: null } as const
  const made = newTaxId(unit, request, { customer, owner }, at)
  emit(unit, 'customer.tax_id.created', made)
  verify(unit, made)
  return made
}

/** Gives the account a tax ID, which nobody checks. */
export function addAccountTaxId(unit: UnitOfWork, request: Request, owner: TaxId['owner']): TaxId {
  return newTaxId(unit, request, { customer: null, owner }, 'value')
}

export function removeTaxId(unit: UnitOfWork, taxId: TaxId) {
  unit.remove('tax_id', taxId.id)
  if (taxId.customer !== null) emit(unit, 'customer.tax_id.deleted', taxId)
  return { id: taxId.id, object: 'tax_id', deleted: true }
}

/** Returns what an invoice writes down of its customer's tax IDs, the oldest first. */
export function taxIdsOf(unit: UnitOfWork, customer: string): Wire<Stripe.Invoice.CustomerTaxId>[] {
  return unit.collections.tax_id.inGroup(customer).map(({ type, value }) => ({ type, value }))
}

function newTaxId(
  unit: UnitOfWork,
  { type, value }: Request,
  belongs: Pick<TaxId, 'customer' | 'owner'>,
  at: string,
): TaxId {
  if (!isWellFormed(type, value)) {
    throw badParam(`Invalid value for ${type}.`, { code: 'tax_id_invalid', param: at })
  }
  const isOfCustomer = belongs.customer !== null
  const status = isChecked(type) ? ('pending' as const) : ('unavailable' as const)
  return unit.put('tax_id', {
    id: newId('txi'),
    object: 'tax_id',
    country: countryOf(type, value),
    created: unit.now,
    customer_account: null,
    ...belongs,
    livemode: false,
    type,
    value,
    verification: isOfCustomer ? { status, ...UNKNOWN } : null,
  })
}

function verify(unit: UnitOfWork, pending: TaxId) {
  if (pending.verification?.status !== 'pending') return
  const status = magicOf(pending.type, pending.value) ?? 'pending'
  const verification = { status, ...(status === 'verified' ? VERIFIED : UNKNOWN) }
  emitUpdate(unit, 'customer.tax_id.updated', pending, unit.put('tax_id', { ...pending, verification }))
}
