import 'server-only'
import { createHash } from 'node:crypto'
import { completeCatalog } from '@/lib/catalog/mutations'
import type { Bill } from '@/lib/documents/bill/bill'
import { invoiceParams, lineParams } from '@/lib/documents/bill/params'
import type { StripeInvoice } from '@/lib/invoices/mirror/projection'
import { customerParams } from '@/lib/stripe/customer'
import { OURS } from '@/lib/stripe/metadata'
import { type Billing, stripeFor } from '@/lib/stripe/stripe-for'
import { keyOf, type Op, type Results, type Step } from './op'

/** What a step brought back. `invoice` is there once the mirror may show it. */
export type Outcome = { results: Results; invoice?: StripeInvoice; totalMinor?: number }

type StepWork = {
  /** Asks Stripe to do it. Asked again with the same key, Stripe repeats its answer. */
  call(op: Op, billing: Billing): Promise<Outcome>
  /** Looks whether Stripe did it, when its key can no longer tell. Null when there is no trace of it. */
  find(op: Op, billing: Billing): Promise<Outcome | null>
}

export const STEP_WORK: Record<Step, StepWork> = {
  catalog: {
    call: async (op, billing) => ({
      results: { ...op.results, catalog: await completeCatalog(billing, billOf(op), keyOf(op)) },
    }),
    find: async () => null,
  },

  customer: {
    call: async (op, billing) => {
      const params = customerParams(billOf(op).client)
      const { id } = await stripeFor(billing).createCustomer(params, customerKey(billOf(op)))
      return { results: { ...op.results, customer: id } }
    },
    find: async (op, billing) => {
      const { client } = billOf(op)
      for await (const { id, metadata } of stripeFor(billing).listCustomers(client.email))
        if (metadata[OURS.client] === client.id) return { results: { ...op.results, customer: id } }
      return null
    },
  },

  create: {
    call: async (op, billing) => {
      const params = invoiceParams(billOf(op), op.id, customerOf(op), catalogOf(op))
      const { id } = await stripeFor(billing).createInvoice(params, keyOf(op))
      return { results: { ...op.results, invoice: id } }
    },
    find: async (op, billing) => {
      const since = { customer: customerOf(op), created: { gte: secondsBefore(op.createdAt) } }
      for await (const { id, metadata } of stripeFor(billing).listInvoices(since))
        if (metadata?.[OURS.op] === op.id) return { results: { ...op.results, invoice: id } }
      return null
    },
  },

  lines: {
    call: async (op, billing) => {
      const lines = lineParams(billOf(op), catalogOf(op))
      const { total } = await stripeFor(billing).addLines(invoiceOf(op), lines, keyOf(op))
      return { results: op.results, totalMinor: total }
    },
    find: async (op, billing) => {
      const { lines, total } = await stripeFor(billing).retrieveInvoice(invoiceOf(op))
      return lines.data.length > 0 ? { results: op.results, totalMinor: total } : null
    },
  },

  finalize: {
    call: async (op, billing) => {
      const invoice = await stripeFor(billing).finalizeInvoice(invoiceOf(op), keyOf(op))
      return { results: op.results, invoice }
    },
    find: async (op, billing) => {
      const invoice = await stripeFor(billing).retrieveInvoice(invoiceOf(op))
      return invoice.status === 'draft' ? null : { results: op.results, invoice }
    },
  },

  email: {
    call: async (op, billing) => {
      const invoice = await stripeFor(billing).sendInvoice(invoiceOf(op), keyOf(op))
      return { results: op.results, invoice }
    },
    find: async (op, billing) => {
      const sent = { type: 'invoice.sent', created: { gte: secondsBefore(op.createdAt) } }
      for await (const { data } of stripeFor(billing).listEvents(sent))
        if ('id' in data.object && data.object.id === op.results.invoice)
          return { results: op.results, invoice: await stripeFor(billing).retrieveInvoice(invoiceOf(op)) }
      return null
    },
  },

  discard: {
    call: async (op, billing) => {
      await stripeFor(billing).deleteInvoice(invoiceOf(op))
      return { results: op.results }
    },
    find: async () => null,
  },
}

export function billOf({ id, snapshot }: Op): Bill {
  if (!snapshot) throw new Error(`Send ${id} has no bill.`)
  return snapshot
}

/** Of the client and not of the op, so that two first invoices of one client at once make one customer. */
function customerKey({ client }: Bill) {
  const digest = createHash('sha256').update(JSON.stringify(client)).digest('hex').slice(0, 16)
  return `client:${client.id}:${digest}`
}

function customerOf({ id, results }: Op) {
  if (!results.customer) throw new Error(`Send ${id} has no customer yet.`)
  return results.customer
}

function catalogOf({ results }: Op) {
  return results.catalog ?? { taxRates: {}, coupons: {} }
}

function invoiceOf({ id, results }: Op) {
  if (!results.invoice) throw new Error(`Send ${id} has no Stripe invoice yet.`)
  return results.invoice
}

// Stripe's clock may be a little behind ours.
function secondsBefore(instant: Date) {
  return Math.floor(instant.getTime() / 1000) - 300
}
