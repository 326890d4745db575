import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { pageOf, paging } from '../../../transport/pages'
import { oneOf, text } from '../../../transport/params/leaves'
import { hash, type Read, required } from '../../../transport/params/params'
import { missing, missingParam } from '../../../wire/refusal'
import { addAccountTaxId, addTaxId, removeTaxId, type TaxId, taxIdParams } from './tax-id'

const ownerParams = {
  account: text(),
  customer: text(),
  type: required(oneOf('account', 'application', 'customer', 'self')),
}

/** What belongs to nobody in particular belongs to the account itself. */
const OWN: Owner = { account: undefined, customer: undefined, type: 'self' }

type Owner = Read<typeof ownerParams>

const ownerParam = hash(ownerParams)
const OF_CUSTOMER = '/v1/customers/:customer/tax_ids'

export const taxIdRoutes = [
  operation('POST', OF_CUSTOMER, taxIdParams, ({ unit, params, path }) => {
    return addTaxId(unit, unit.target('customer', path).id, params)
  }),

  operation('GET', OF_CUSTOMER, paging, ({ unit, params, path }) => {
    const { id } = unit.target('customer', path)
    const url = `/v1/customers/${id}/tax_ids`
    return pageOf(unit, 'tax_id', url, params, () => true, id)
  }),

  operation('GET', `${OF_CUSTOMER}/:id`, {}, ({ unit, path, child }) => ofCustomer(unit, path, child)),

  operation('DELETE', `${OF_CUSTOMER}/:id`, {}, ({ unit, path, child }) => {
    return removeTaxId(unit, ofCustomer(unit, path, child))
  }),

  operation('POST', '/v1/tax_ids', { ...taxIdParams, owner: ownerParam }, ({ unit, params }) => {
    const { owner = OWN, ...request } = params
    if (owner.type === 'customer') return addTaxId(unit, ownerCustomer(unit, owner), request)
    return addAccountTaxId(unit, request, toOwner(owner))
  }),

  operation('GET', '/v1/tax_ids', { ...paging, owner: ownerParam }, ({ unit, params }) => {
    const { owner = OWN } = params
    const customer = owner.type === 'customer' ? ownerCustomer(unit, owner) : null
    const account = owner.type === 'account' ? toOwner(owner)?.account : undefined
    return pageOf(unit, 'tax_id', '/v1/tax_ids', params, (taxId) => {
      if (customer !== null) return taxId.customer === customer
      return taxId.owner?.type === owner.type && taxId.owner.account === account
    })
  }),

  operation('GET', '/v1/tax_ids/:id', {}, ({ unit, path }) => unit.target('tax_id', path)),

  operation('DELETE', '/v1/tax_ids/:id', {}, ({ unit, path }) => {
    return removeTaxId(unit, unit.target('tax_id', path))
  }),
]

function ofCustomer(unit: UnitOfWork, path: { id: string; param: string }, child: typeof path): TaxId {
  const { id } = unit.target('customer', path)
  const taxId = unit.target('tax_id', child)
  if (taxId.customer === id) return taxId
  throw missing('tax ID', child.id, child.param, 404)
}

function ownerCustomer(unit: UnitOfWork, { customer }: Owner): string {
  if (customer === undefined) throw missingParam('owner[customer]')
  return unit.need('customer', customer, 'owner[customer]').id
}

function toOwner({ type, account }: Owner): TaxId['owner'] {
  if (type !== 'account') return { type, customer_account: null }
  if (account === undefined) throw missingParam('owner[account]')
  return { type, account, customer_account: null }
}
