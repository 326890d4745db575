import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SDK_TYPES } from '../../../conformance/schema/installed'
import { draft } from '../../../testing/bill'
import { start } from '../../../testing/start'

/** The fields of an SDK interface that every answer must carry: those without a question mark. */
function requiredFields(file: string, name: string): string[] {
  const source = readFileSync(`${SDK_TYPES}resources/${file}.d.ts`, 'utf8').replaceAll(
    /\/\*[\s\S]*?\*\//g,
    '',
  )
  const body = source.split(`export interface ${name} {`)[1]?.split(/^}/m)[0] ?? ''
  const fields = [...body.matchAll(/^\s*(\w+): /gm)].map(([, field = '']) => field)
  return fields.sort()
}

test('objects carry every field their SDK type requires', async () => {
  const { stripe } = await start()
  const invoice = await draft(stripe)
  await stripe.invoices.pay(invoice.id, { payment_method: 'pm_card_visa' })
  await stripe.taxRates.create({ display_name: 'VAT', percentage: 20, inclusive: false })
  await stripe.coupons.create({ percent_off: 10 })
  await stripe.accounts.create({ country: 'US' })
  const objects: [string, string, object | undefined][] = [
    ['Invoices', 'Invoice', await stripe.invoices.retrieve(invoice.id)],
    ['InvoiceLineItems', 'InvoiceLineItem', invoice.lines.data[0]],
    ['InvoiceItems', 'InvoiceItem', (await stripe.invoiceItems.list()).data[0]],
    ['InvoicePayments', 'InvoicePayment', (await stripe.invoicePayments.list()).data[0]],
    ['Customers', 'Customer', (await stripe.customers.list()).data[0]],
    ['Products', 'Product', (await stripe.products.list()).data[0]],
    ['Prices', 'Price', (await stripe.prices.list()).data[0]],
    ['TaxRates', 'TaxRate', (await stripe.taxRates.list()).data[0]],
    ['Coupons', 'Coupon', (await stripe.coupons.list()).data[0]],
    ['PaymentIntents', 'PaymentIntent', (await stripe.paymentIntents.list()).data[0]],
    ['Charges', 'Charge', (await stripe.charges.list()).data[0]],
    ['Accounts', 'Account', (await stripe.accounts.list()).data[0]],
  ]
  for (const [file, name, object] of objects) {
    const required = requiredFields(file, name)
    expect(required.length).toBeGreaterThan(5)
    expect(Object.keys(object ?? {})).toEqual(expect.arrayContaining(required))
  }
})
