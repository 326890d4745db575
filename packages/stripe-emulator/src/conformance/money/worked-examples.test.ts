import { rule } from '../harness/rule'
import { addsUp, COUPONS, exclusive, inclusive, LINES, percentOff, TAXES } from './carts'

rule("Stripe's own example: 43 and 484 at 15 % pay 79 of tax", TAXES, async (world) => {
  const tax_rates = [await exclusive(world, 15)]
  const pieces = [43, 484].map((amount) => ({ amount, tax_rates }))
  const total_taxes = [{ amount: 79, taxable_amount: 527, tax_behavior: 'exclusive' }]
  await addsUp(world, pieces, {}, { subtotal: 527, total: 606, total_excluding_tax: 527, total_taxes })
})

rule('three lines of 333 at 7.7 % pay 78 of tax, not 77', TAXES, async (world) => {
  const tax_rates = [await exclusive(world, 7.7)]
  const pieces = [1, 2, 3].map(() => ({ amount: 333, tax_rates }))
  await addsUp(world, pieces, {}, { subtotal: 999, total: 1077, total_taxes: [{ amount: 78 }] })
})

rule('an hour and a half at 1999.5 is 2999', LINES, async (world) => {
  await addsUp(world, [{ unit: '1999.5', quantity: '1.5' }], {}, { subtotal: 2999, total: 2999 })
})

rule('7.25 hours at 12500 are 90625', LINES, async (world) => {
  await addsUp(world, [{ unit: '12500', quantity: '7.25' }], {}, { subtotal: 90_625, total: 90_625 })
})

rule('three times half a cent is 2', LINES, async (world) => {
  await addsUp(world, [{ amount: 100 }, { unit: '0.5', quantity: '3' }], {}, { total: 102 })
})

rule('1200 with 20 % inside holds 200 of tax', TAXES, async (world) => {
  const tax_rates = [await inclusive(world, 20)]
  await addsUp(
    world,
    [{ amount: 1200, tax_rates }],
    {},
    {
      subtotal: 1200,
      subtotal_excluding_tax: 1000,
      total: 1200,
      total_excluding_tax: 1000,
      total_taxes: [{ amount: 200, taxable_amount: 1000, tax_behavior: 'inclusive' }],
    },
  )
})

rule('10 % off 12000 with 20 % inside leaves 9000 and 1800 of tax', COUPONS, async (world) => {
  const tax_rates = [await inclusive(world, 20)]
  const discounts = [await percentOff(world, 10)]
  await addsUp(
    world,
    [{ amount: 12_000, tax_rates }],
    { discounts },
    {
      subtotal: 12_000,
      subtotal_excluding_tax: 10_000,
      total: 10_800,
      total_excluding_tax: 9000,
      total_discount_amounts: [{ amount: 1200 }],
      total_taxes: [{ amount: 1800, taxable_amount: 9000 }],
    },
  )
})

rule('5 % and 9.975 % inside 11498 are 500 and 998', TAXES, async (world) => {
  const tax_rates = [await inclusive(world, 5), await inclusive(world, 9.975)]
  await addsUp(
    world,
    [{ amount: 11_498, tax_rates }],
    {},
    {
      total: 11_498,
      total_excluding_tax: 10_000,
      total_taxes: [
        { amount: 500, taxable_amount: 10_000 },
        { amount: 998, taxable_amount: 10_000 },
      ],
    },
  )
})

rule('a discount of 10 % applies to a taxed and an untaxed line', COUPONS, async (world) => {
  const tax_rates = [await exclusive(world, 20)]
  const discounts = [await percentOff(world, 10)]
  await addsUp(
    world,
    [{ amount: 10_000, tax_rates }, { amount: 5000 }],
    { discounts },
    {
      subtotal: 15_000,
      total: 15_300,
      total_excluding_tax: 13_500,
      total_discount_amounts: [{ amount: 1500 }],
      total_taxes: [{ amount: 1800, taxable_amount: 9000 }],
    },
  )
})

rule('10 % of 1005 yen are 101', TAXES, async (world) => {
  const tax_rates = [await exclusive(world, 10)]
  await addsUp(world, [{ amount: 1005, tax_rates }], { currency: 'jpy' }, { total: 1106, currency: 'jpy' })
})

rule('20 % of a line of -333 is -67', TAXES, async (world) => {
  const tax_rates = [await exclusive(world, 20)]
  const pieces = [{ amount: 1000 }, { amount: -333, tax_rates }]
  await addsUp(world, pieces, {}, { subtotal: 667, total: 600, total_taxes: [{ amount: -67 }] })
})
