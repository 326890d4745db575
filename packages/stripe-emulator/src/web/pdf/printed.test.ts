import { expect, test } from 'vitest'
import { aCreditNote, aHostedCreditNote, aNoteLine } from '../testing/credit-note'
import { aHostedInvoice, aPaidInvoice } from '../testing/hosted'
import { aLine } from '../testing/invoice'
import { aCharge, aPayment } from '../testing/payment'
import { pdfText } from '../testing/pdf-text'
import { creditNotePdf, invoicePdf } from './invoice-pdf'

const HEAD = 'Description Quantity Unit price Tax Amount'

async function printed(...given: Parameters<typeof aHostedInvoice>) {
  return (await pdfText(await invoicePdf(aHostedInvoice(...given)))).join('\n')
}

test('an invoice adds up on paper, from its lines to the amount due', async () => {
  const text = await printed()
  for (const line of [
    'Invoice number ADA-0007',
    'Date due December 1, 2026',
    'Purchase order PO-7788',
    '$153.00 USD due December 1, 2026',
    'Thank you for your trust.',
    'Website design 2 $50.00 20% $100.00',
    'Subtotal $150.00',
    'Launch offer (10% off) −$15.00',
    'Total excluding tax $135.00',
    'VAT (20% on $90.00) $18.00',
    'Total $153.00',
    'Amount due $153.00',
    'Bank: 12-34-56',
    'Page 1 of 1',
  ])
    expect(text).toContain(line)
})

test('both parties, their tax numbers and where it goes are printed', async () => {
  const address = {
    line1: 'Dock 4',
    line2: null,
    city: 'Hull',
    state: null,
    postal_code: 'HU1',
    country: 'GB',
  }
  const text = await printed(
    { customer_shipping: { name: 'Mary at the dock', address, phone: '555' } },
    { senderTaxIds: [{ type: 'eu_vat', value: 'DE123456789' }] },
  )
  expect(text).toContain('From Bill to Ship to')
  expect(text).toContain('EU VAT DE123456789')
  expect(text).toContain('GB VAT GB123456789')
  expect(text).toContain('Mary at the dock')
})

test('several taxes, shipping and the balance each have a row', async () => {
  const tax = (amount: number, tax_behavior: 'exclusive' | 'inclusive') => ({
    amount,
    tax_behavior,
    tax_rate_details: { tax_rate: 'txr_1' },
    taxability_reason: 'standard_rated' as const,
    taxable_amount: amount * 5,
    type: 'tax_rate_details' as const,
  })
  const text = await printed(
    {
      total_taxes: [tax(1800, 'exclusive'), tax(500, 'inclusive')],
      amount_shipping: 700,
      total: 16_000,
      starting_balance: -1000,
      amount_due: 15_000,
      amount_remaining: 15_000,
    },
    { shippingName: 'Express' },
  )
  for (const line of [
    'Shipping (Express) $7.00',
    'VAT (20% on $90.00) $18.00',
    'VAT (20% on $25.00, included) $5.00',
    'Applied balance −$10.00',
    'Amount due $150.00',
  ])
    expect(text).toContain(line)
})

test('reverse charge is said where it applies, and nowhere else', async () => {
  expect(await printed({ customer_tax_exempt: 'reverse' })).toContain('Reverse charge')
  expect(await printed()).not.toContain('Reverse charge')
})

test('payments and credits so far are printed with their days', async () => {
  const text = await printed(
    {
      pre_payment_credit_notes_amount: 5400,
      amount_paid: 5000,
      amount_due: 9900,
      amount_remaining: 4900,
    },
    { payments: [{ payment: aPayment(5000), charge: aCharge() }], creditNotes: [aCreditNote()] },
  )
  for (const line of [
    'Credit notes −$54.00',
    'Amount paid −$50.00',
    'Amount due $49.00',
    'Visa ending in 4242 November 20, 2026 $50.00',
    'ADA-0007-CN-01 November 20, 2026 −$54.00',
  ])
    expect(text).toContain(line)
})

test('a paid invoice says so in place of what is due', async () => {
  const text = (await pdfText(await invoicePdf(aPaidInvoice()))).join('\n')
  expect(text).toContain('$153.00 USD paid on November 20, 2026')
  expect(text).toContain('Date paid November 20, 2026')
  expect(text).toContain('Amount due $0.00')
})

test('70 lines: each is printed once, under the column heads of its page, and pages are numbered', async () => {
  const lines = Array.from({ length: 70 }, (_, index) =>
    aLine({ id: `il_${index}`, description: `Item no. ${index + 1}.` }),
  )
  const pages = await pdfText(await invoicePdf(aHostedInvoice({}, { lines })))
  expect(pages.length).toBeGreaterThan(2)
  for (const [index, page] of pages.entries()) expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
  for (const page of pages.filter((each) => each.includes('Item no.'))) expect(page).toContain(HEAD)
  for (let item = 1; item <= 70; item++)
    expect(pages.join('\n').split(`Item no. ${item}.`), `item ${item}`).toHaveLength(2)
  expect(pages.at(-1)).toContain('Amount due $153.00')
})

test('letters of every script the fonts carry come out as they went in', async () => {
  const names = ['Żółć Łódź', 'Đặng Thị Hương', 'Жук Ѓорѓи Їжак', 'Þórður Æsir', 'Ğüneş İlkay', 'Ơ ẞ Œuvre']
  const text = await printed({ footer: names.join('\n') })
  for (const name of names) expect(text).toContain(name)
})

test('a credit note says what is given back, of which invoice, and why', async () => {
  const text = (await pdfText(await creditNotePdf(aHostedCreditNote()))).join('\n')
  for (const line of [
    'Credit note number ADA-0007-CN-01',
    'Invoice number ADA-0007',
    'Date of issue November 20, 2026',
    'Reason Order change',
    '$54.00 USD credited on November 20, 2026',
    'One page less.',
    'Website design 1 $50.00 20% $50.00',
    'Subtotal $50.00',
    'Launch offer (10% off) −$5.00',
    'Total excluding tax $45.00',
    'VAT (20% on $45.00) $9.00',
    'Total credit $54.00',
    'Taken off invoice ADA-0007 $54.00',
    'Page 1 of 1',
  ])
    expect(text).toContain(line)
})

test('a credit after payment says which way the money went', async () => {
  const refund = {
    amount_refunded: 2000,
    payment_record_refund: null,
    refund: 're_1',
    type: 'refund' as const,
  }
  const note = aHostedCreditNote({
    pre_payment_amount: 400,
    post_payment_amount: 5000,
    refunds: [refund],
    out_of_band_amount: 1000,
    type: 'mixed',
  })
  const text = (await pdfText(await creditNotePdf(note))).join('\n')
  for (const line of [
    'Taken off invoice ADA-0007 $4.00',
    'Refunded $20.00',
    'Returned outside Stripe $10.00',
    'Credited to your balance $20.00',
  ])
    expect(text).toContain(line)
})

test('a void credit note says that nothing is credited', async () => {
  const text = await pdfText(await creditNotePdf(aHostedCreditNote({ status: 'void' })))
  expect(text[0]).toContain('nothing is credited')
})

test('a credit note of many lines repeats the column heads too', async () => {
  const noteLines = Array.from({ length: 60 }, (_, index) =>
    aNoteLine({ id: `cnli_${index}`, description: `Item no. ${index + 1}.` }),
  )
  const pages = await pdfText(await creditNotePdf(aHostedCreditNote({}, { noteLines })))
  expect(pages.length).toBeGreaterThan(1)
  expect(pages[1]).toContain(HEAD)
})
