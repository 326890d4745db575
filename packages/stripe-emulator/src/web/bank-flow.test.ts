import { expect, test } from 'vitest'
import { pdfText } from './testing/pdf-text'
import { aSentInvoice } from './testing/sent-invoice'

const CARD = { number: '4000 0027 6000 3184', expiry: '12 / 34', cvc: '123', name: '' }
const ACCOUNT = {
  method: 'us_bank_account',
  routing_number: '110000000',
  account_number: '000123456789',
  name: 'Mary Byron',
  email: 'mary@example.com',
}

const to = (response: Response) => response.headers.get('location') ?? ''

test('a card with 3-D Secure goes to the bank, comes back refused, and is confirmed on the second try', async () => {
  const { stripe, invoice, visit, url } = await aSentInvoice()
  const bank = to(await visit(`${url}/pay`, CARD))
  expect(await (await visit(bank)).text()).toContain('$153.00 USD')
  const back = to(await visit(bank, { answer: 'fail' }))
  expect(new URL(url).pathname).toBe(back)
  expect(await (await visit(back)).text()).toContain('We are unable to authenticate your payment method.')

  const again = to(await visit(`${url}/pay`, CARD))
  expect(await (await visit(url)).text()).toContain(`href="${again}">Confirm the payment</a>`)
  const receipt = await (await visit(to(await visit(again, { answer: 'complete' })))).text()
  expect(receipt).toContain('$153.00 USD paid on November 20, 2026 with Visa ending in 3184.')
  expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('paid')
})

test('a bank debit waits on the page and on the panel, and is settled there', async () => {
  const { stripe, invoice, visit, url } = await aSentInvoice()
  await visit(`${url}/pay`, ACCOUNT)
  expect(await (await visit(url)).text()).toContain('on its way')
  const panel = await (await visit('/')).text()
  expect(panel).toContain('Bank account ending in 6789')
  const [, debit = ''] = /action="\/emulator(\/debits\/[^"]+)"/.exec(panel) ?? []
  await visit(debit, { answer: 'settle' })
  expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('paid')
  expect(await (await visit(url)).text()).toContain('with bank account ending in 6789.')
  expect(await (await visit('/')).text()).not.toContain('Waiting for the bank')
})

test('a receipt leads from the charge to the invoice', async () => {
  const { stripe, visit, url } = await aSentInvoice()
  await visit(`${url}/pay`, { ...CARD, number: '4242424242424242' })
  const [charge] = (await stripe.charges.list()).data
  const receipt = await (await visit(charge?.receipt_url ?? '')).text()
  expect(receipt).toContain('$153.00')
  expect(receipt).toContain(`href="${new URL(url).pathname}"`)
})

test('part of an invoice is credited: the page asks for the rest, and the PDF adds up', async () => {
  const { stripe, invoice, visit, url, pdf } = await aSentInvoice()
  const note = await stripe.creditNotes.create({ invoice: invoice.id, amount: 5300, memo: 'One page less.' })
  const page = await (await visit(url)).text()
  expect(page).toContain('Pay $100.00 USD')
  expect(page).toContain(new URL(note.pdf).pathname)
  const read = async (address: string) =>
    (await pdfText(new Uint8Array(await (await visit(address)).arrayBuffer()))).join('\n')
  expect(await read(note.pdf)).toContain('Total credit $53.00')
  const invoiceText = await read(pdf)
  expect(invoiceText).toContain('Credit notes −$53.00')
  expect(invoiceText).toContain('Amount due $100.00')
  expect(await (await visit('/outbox')).text()).toContain('>Credit note</td>')
})

test('the invoice is late a month later, and its link still opens', async () => {
  const { visit, url } = await aSentInvoice()
  expect((await visit('/time', { step: 'month' })).status).toBe(303)
  expect(await (await visit('/')).text()).toContain('30 days ahead of the real time.')
  expect(await (await visit(url)).text()).toContain('Was due November 30, 2026')
})

test('onboarding is completed on its page, and leads back to the platform', async () => {
  const { stripe, visit } = await aSentInvoice()
  const account = await stripe.accounts.create({ country: 'SE', email: 'jo@example.com' })
  const { url } = await stripe.accountLinks.create({
    account: account.id,
    type: 'account_onboarding',
    return_url: 'https://app.example/back',
    refresh_url: 'https://app.example/again',
  })
  const page = await (await visit(url)).text()
  expect(page).toContain('Sweden')
  expect(to(await visit(url, {}))).toBe('https://app.example/back')
  expect((await stripe.accounts.retrieve(account.id)).details_submitted).toBe(true)
  expect(to(await visit(url))).toBe('https://app.example/again')
})
