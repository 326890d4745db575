import type { UnitOfWork } from '../../state/unit-of-work'
import type { Customer } from '../customers/customer'
import { taxIdsOf } from '../customers/tax-ids/tax-id'
import { amountsDue } from './amounts/amounts-due'
import type { Invoice } from './invoice'
import { linkToken } from './link'
import { locationStatus } from './terms/location'

const NESTED_LINES = 10

/** Returns an invoice as the API shows it: first ten lines, links, and while a draft its customer as they are now. */
export function serialiseInvoice(unit: UnitOfWork, invoice: Invoice): Invoice {
  const lines = unit.collections.line_item.inGroup(invoice.id)
  const shown = {
    ...invoice,
    lines: {
      ...invoice.lines,
      data: lines.slice(0, NESTED_LINES),
      has_more: lines.length > NESTED_LINES,
      total_count: lines.length,
    },
  }
  if (invoice.status === 'draft') return { ...shown, ...fromCustomer(unit, invoice) }
  const url = `${unit.context.origin}/invoices/${linkToken(unit.account, invoice, unit.now)}`
  return { ...shown, hosted_invoice_url: url, invoice_pdf: `${url}/pdf` }
}

/** Returns what a draft mirrors of its customer; finalizing writes it down for good. */
export function fromCustomer(unit: UnitOfWork, invoice: Invoice): Partial<Invoice> {
  const customer = unit.get('customer', invoice.customer ?? '')
  if (!customer) return {}
  const { amountDueMinor } = amountsDue(invoice.total, customer.balance, invoice.currency)
  return {
    ...snapshotOf(unit, customer),
    amount_due: amountDueMinor,
    amount_remaining: amountDueMinor,
    automatic_tax: locationStatus(invoice.automatic_tax, customer),
    starting_balance: customer.balance,
  }
}

function snapshotOf(unit: UnitOfWork, customer: Customer): Partial<Invoice> {
  return {
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.business_name ?? customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: customer.shipping,
    customer_tax_exempt: customer.tax_exempt ?? 'none',
    customer_tax_ids: taxIdsOf(unit, customer.id),
  }
}
