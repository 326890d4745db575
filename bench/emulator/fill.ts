import type { Call } from './calls'

/** What a full emulator is asked about later. */
export type Filled = { customers: string[]; invoices: string[]; drafts: string[] }

const INVOICES_OF_A_CUSTOMER = 100

/** Bills one line at a time through the API: half stay drafts, the others are open, sent or paid by card in turn. */
export async function fillEmulator(call: Call, count: number): Promise<Filled> {
  const customers: string[] = []
  for (let n = 0; n < Math.ceil(count / INVOICES_OF_A_CUSTOMER); n++) {
    const email = `client-${n}@example.com`
    customers.push(
      (await call('create a customer', 'POST', '/v1/customers', { name: `Client ${n}`, email })).id,
    )
  }
  const invoices: string[] = []
  const drafts: string[] = []
  for (let n = 0; n < count; n++) {
    const id = await bill(call, customers[n % customers.length] ?? '', n)
    invoices.push(id)
    if (n % 6 < 3) drafts.push(id)
    else await issue(call, id, n % 6)
  }
  return { customers, invoices, drafts }
}

async function bill(call: Call, customer: string, n: number): Promise<string> {
  const { id } = await call('create an invoice', 'POST', '/v1/invoices', {
    customer,
    currency: 'eur',
    collection_method: 'send_invoice',
    days_until_due: '30',
    'metadata[app_invoice_id]': `inv-${n}`,
  })
  await call('add a line', 'POST', `/v1/invoices/${id}/add_lines`, {
    'lines[0][description]': 'Consulting',
    'lines[0][price_data][currency]': 'eur',
    'lines[0][price_data][product_data][name]': 'Consulting',
    'lines[0][price_data][unit_amount_decimal]': String(1000 + ((n * 7919) % 90_000)),
    'lines[0][quantity_decimal]': '1.5',
    'lines[0][metadata][position]': '1',
  })
  return id
}

async function issue(call: Call, id: string, turn: number) {
  await call('finalize', 'POST', `/v1/invoices/${id}/finalize`)
  if (turn === 4) await call('send', 'POST', `/v1/invoices/${id}/send`)
  if (turn === 5)
    await call('pay by card', 'POST', `/v1/invoices/${id}/pay`, { payment_method: 'pm_card_visa' })
}
