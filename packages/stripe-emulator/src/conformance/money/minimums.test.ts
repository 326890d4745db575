import { expect } from 'vitest'
import { rule } from '../harness/rule'

const MINIMUMS = 'currencies#minimum-and-maximum-charge-amounts'

/** The smallest charge, in minor units. */
const MINIMUM: Record<string, number> = {
  aed: 200,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  usd: 50,
}

for (const [currency, least] of Object.entries(MINIMUM)) {
  rule(`an invoice asks for ${least} ${currency}, and for no less`, MINIMUMS, async ({ stripe, open }) => {
    const enough = await open([{ amount: least }], { currency })
    expect(enough).toMatchObject({ status: 'open', total: least, amount_due: least, amount_remaining: least })
    const tiny = await open([{ amount: least - 1 }], { currency })
    expect(tiny).toMatchObject({
      status: 'paid',
      total: least - 1,
      amount_due: 0,
      amount_paid: 0,
      amount_remaining: 0,
      ending_balance: least - 1,
    })
    expect(await stripe.customers.retrieve(String(tiny.customer))).toMatchObject({
      balance: least - 1,
      currency,
    })
  })
}

rule('an amount too small to charge is owed by the next invoice', MINIMUMS, async ({ stripe, open }) => {
  const tiny = await open([{ amount: 40 }])
  const customer = String(tiny.customer)
  const [move] = (await stripe.customers.listBalanceTransactions(customer)).data
  expect(move).toMatchObject({ amount: 40, type: 'invoice_too_small', invoice: tiny.id, ending_balance: 40 })
  const next = await open([{ amount: 1000 }], { customer })
  expect(next).toMatchObject({ starting_balance: 40, total: 1000, amount_due: 1040, ending_balance: 0 })
})

rule('two amounts too small to charge may be charged together', MINIMUMS, async ({ open }) => {
  const { customer } = await open([{ amount: 30 }])
  const next = await open([{ amount: 30 }], { customer: String(customer) })
  expect(next).toMatchObject({ status: 'open', total: 30, amount_due: 60 })
})

rule('a draft that is too little already says that nothing is due', MINIMUMS, async ({ draft }) => {
  expect(await draft([{ amount: 49 }])).toMatchObject({ status: 'draft', total: 49, amount_due: 0 })
})

rule('credit that leaves too little pays the invoice', MINIMUMS, async ({ stripe, customer, open }) => {
  const { id } = await customer({ balance: -970 })
  const invoice = await open([{ amount: 1000 }], { customer: id })
  expect(invoice).toMatchObject({ status: 'paid', amount_due: 0, ending_balance: 30 })
  expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: 30 })
})
