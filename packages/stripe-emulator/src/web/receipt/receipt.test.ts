import { expect, test } from 'vitest'
import type { HostedReceipt } from '../../admin/admin'
import { fakeAdmin } from '../testing/admin'
import { aPaidInvoice } from '../testing/hosted'
import { aCharge, aRefund } from '../testing/payment'
import { visit } from '../testing/visit'

async function open(changes: Partial<HostedReceipt>) {
  const { admin } = fakeAdmin()
  const { account, invoice } = aPaidInvoice()
  const whole = { account, charge: aCharge(), refunds: [], invoice: { object: invoice, token: 'tok' } }
  return (await visit({ admin: { ...admin, receipt: () => ({ ...whole, ...changes }) } }, '/receipts/ch_1'))
    .text
}

test('a receipt tells how much, when, with what and for which invoice', async () => {
  const text = await open({})
  for (const part of [
    'Receipt from Ada Studio',
    '$153.00',
    'November 20, 2026',
    'Visa ending in 4242',
    '>Paid<',
  ])
    expect(text).toContain(part)
  expect(text).toContain('<a href="/emulator/invoices/tok">ADA-0007</a>')
  expect(text).toContain('href="/emulator/invoices/tok/pdf"')
})

test('refunds are taken off the amount of the receipt', async () => {
  const text = await open({
    charge: aCharge({ amount_refunded: 5300 }),
    refunds: [aRefund({ amount: 5300 }), aRefund({ amount: 700, status: 'failed' })],
  })
  expect(text).toContain('Refunded on November 20, 2026')
  expect(text).toContain('−$53.00')
  expect(text).not.toContain('$7.00')
  expect(text).toContain('$100.00')
  expect(text).toContain('>Partly refunded<')
})

test('a payment on its way is no payment yet', async () => {
  expect(await open({ charge: aCharge({ status: 'pending', paid: false }) })).toContain('>Processing<')
})

test('there is no receipt of an unknown charge', async () => {
  expect((await visit(fakeAdmin(), '/receipts/ch_2')).status).toBe(404)
})
