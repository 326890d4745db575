import type Stripe from 'stripe'
import { expect } from 'vitest'

/** Everything of an account, as the API tells it. */
export interface Records {
  invoices: Stripe.Invoice[]
  lines: Map<string, Stripe.InvoiceLineItem[]>
  payments: Stripe.InvoicePayment[]
  customers: Stripe.Customer[]
  balances: Map<string, Stripe.CustomerBalanceTransaction[]>
  events: Stripe.Event[]
}

const ALL = { limit: 100 } as const

export async function readRecords(stripe: Stripe): Promise<Records> {
  const [invoices, customers] = [await all(stripe.invoices.list(ALL)), await all(stripe.customers.list(ALL))]
  const lines = new Map<string, Stripe.InvoiceLineItem[]>()
  for (const { id } of invoices) lines.set(id, await all(stripe.invoices.listLineItems(id, ALL)))
  const balances = new Map<string, Stripe.CustomerBalanceTransaction[]>()
  for (const { id } of customers) {
    balances.set(id, await all(stripe.customers.listBalanceTransactions(id, ALL)))
  }
  const payments = await all(stripe.invoicePayments.list(ALL))
  return { invoices, lines, payments, customers, balances, events: await all(stripe.events.list(ALL)) }
}

/** Expects what holds whatever happened before. */
export function expectSound(records: Records) {
  for (const invoice of records.invoices) {
    const lines = records.lines.get(invoice.id) ?? []
    const payments = records.payments.filter((payment) => payment.invoice === invoice.id)
    expectAmountsAddUp(invoice, lines)
    expectPaidForAReason(invoice, payments, records.events)
    expectTimesFitStatus(invoice)
    expectLastEventIsTrue(invoice, records.events)
  }
  expectNumbersRise(records.invoices)
  expectBalancesAddUp(records)
}

function expectAmountsAddUp(invoice: Stripe.Invoice, lines: Stripe.InvoiceLineItem[]) {
  const gross = sum(lines.map((line) => line.amount))
  const discounts = sum(lines.flatMap((line) => amounts(line.discount_amounts)))
  const taxes = lines.flatMap((line) => line.taxes ?? [])
  const onTop = sum(amounts(taxes.filter((tax) => tax.tax_behavior === 'exclusive')))
  expect(invoice.total).toBe(gross - discounts + onTop + invoice.amount_shipping)
  expect(sum(amounts(invoice.total_discount_amounts))).toBe(discounts)
  expect(sum(amounts(invoice.total_taxes))).toBe(sum(amounts(taxes)))
  expect(invoice.total_excluding_tax).toBe(invoice.total - sum(amounts(taxes)))
  expect(invoice.amount_remaining).toBe(Math.max(0, invoice.amount_due - invoice.amount_paid))
}

/** Money came for what was paid, or somebody marked it: then no payment is told to have succeeded. */
function expectPaidForAReason(
  invoice: Stripe.Invoice,
  payments: Stripe.InvoicePayment[],
  events: Stripe.Event[],
) {
  const received = sum(payments.map((payment) => payment.amount_paid ?? 0))
  const types = events.filter(({ data }) => idOf(data.object) === invoice.id).map(({ type }) => type)
  const marked = types.includes('invoice.paid') && !types.includes('invoice.payment_succeeded')
  if (invoice.status === 'paid') expect(invoice.amount_remaining).toBe(0)
  expect(invoice.amount_paid).toBe(marked ? invoice.amount_due : received)
  if (invoice.amount_overpaid > 0) {
    expect(invoice.amount_overpaid).toBe(invoice.amount_paid - invoice.amount_due)
  }
  const waiting = payments.filter((payment) => payment.status === 'open' && payment.is_default)
  if (invoice.status === 'open')
    expect(waiting).toMatchObject([{ amount_requested: invoice.amount_remaining }])
  if (invoice.status === 'void' || invoice.status === 'paid') expect(waiting).toEqual([])
}

function expectTimesFitStatus({ status, status_transitions: times, number, auto_advance }: Stripe.Invoice) {
  expect(times.finalized_at === null).toBe(status === 'draft')
  expect(times.paid_at !== null).toBe(status === 'paid')
  expect(times.voided_at !== null).toBe(status === 'void')
  if (status === 'uncollectible') expect(times.marked_uncollectible_at).not.toBeNull()
  if (status !== 'draft') expect(number).toMatch(/-\d{4,}$/)
  if (status === 'paid' || status === 'void' || status === 'uncollectible') expect(auto_advance).toBe(false)
}

/** Whoever listened to events only would know the invoice as it is; a draft also mirrors its customer's balance. */
function expectLastEventIsTrue(invoice: Stripe.Invoice, events: Stripe.Event[]) {
  const due = { amount_due: invoice.amount_due, amount_remaining: invoice.amount_remaining }
  const last = events.find(
    ({ type, data }) => type.startsWith('invoice.') && idOf(data.object) === invoice.id,
  )
  expect(last?.data.object).toMatchObject({
    status: invoice.status,
    total: invoice.total,
    amount_paid: invoice.amount_paid,
    number: invoice.number,
    ...(invoice.status === 'draft' ? {} : due),
  })
}

function expectNumbersRise(invoices: Stripe.Invoice[]) {
  const numbers = invoices.flatMap(({ number }) => number ?? [])
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const customer of new Set(invoices.map((invoice) => invoice.customer))) {
    const theirs = invoices.filter((invoice) => invoice.customer === customer && invoice.number !== null)
    const times = theirs.toSorted((a, b) => sequence(a) - sequence(b)).map(finalizedAt)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  }
}

function expectBalancesAddUp({ customers, balances }: Records) {
  for (const customer of customers) {
    const moves = balances.get(customer.id) ?? []
    expect(sum(moves.map((move) => move.amount))).toBe(customer.balance)
    expect(moves[0]?.ending_balance ?? 0).toBe(customer.balance)
  }
}

function sequence({ number }: Stripe.Invoice): number {
  return Number(number?.split('-')[1])
}

function finalizedAt({ status_transitions }: Stripe.Invoice): number {
  return status_transitions.finalized_at ?? 0
}

function idOf(object: object): string {
  return 'id' in object ? String(object.id) : ''
}

function amounts(parts: { amount: number }[] | null | undefined): number[] {
  return (parts ?? []).map((part) => part.amount)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of list) items.push(item)
  return items
}
