import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing/testing'
import { addDays, dateInZone, endOfDayIn, todayIn } from '@/lib/dates'
import type { Draft } from '@/lib/documents/draft/draft'
import { DUE_DAYS_MAX } from '@/lib/documents/values/terms'
import { expectUnsavable, expectUnsendable, sendNew, withLine } from '@/lib/invoices/testing/form'
import { type Atelier, expectSameAsStripe, lineOf, openAtelier, shown } from '@/lib/invoices/testing/testing'

testDatabase()

let atelier: Atelier
let today: string
beforeAll(async () => {
  atelier = await openAtelier()
  today = todayIn(atelier.workspace.timeZone, new Date())
})

test.for([
  ['yesterday', -1, 'due_in_past'],
  ['five years and a day ahead', DUE_DAYS_MAX + 1, 'due_too_far'],
  ['a hundred years ahead', 36_525, 'due_too_far'],
] as const)('a due date %s is refused', async ([, days, code]) => {
  await expectUnsendable(atelier, dueOn(addDays(today, days)), { code, field: 'terms.date' })
})

test.for(['2027-02-30', '0000-01-01', '9999-12-31', '2027-1-1', 'tomorrow'])(
  'the due date %s does not exist',
  async (date) => {
    await expectUnsavable(atelier, dueOn(date), { code: 'date_invalid', field: 'draft.terms.date' })
  },
)

test.for([0, DUE_DAYS_MAX])('a due date %i days from today is sent', async (days) => {
  const date = addDays(today, days)
  const id = await sendNew(atelier, dueOn(date))
  expect(await shown(atelier, id)).toMatchObject({ dueDate: date })
})

test.for(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('today is the day it is in %s', async (timeZone) => {
  const there = await openAtelier({ timeZone })
  const date = todayIn(timeZone, new Date())
  await expectUnsendable(there, dueOn(addDays(date, -1)), { code: 'due_in_past' })
  const id = await sendNew(there, dueOn(date))
  expect(await shown(there, id)).toMatchObject({ dueDate: date })
  const [invoice] = there.emulator.admin.invoices(there.account)
  expect(dateInZone(invoice?.due_date ?? 0, timeZone)).toBe(date)
})

test('a day on which the clocks change begins and ends as its own day', async () => {
  for (const date of ['2026-03-29', '2026-10-25'])
    expect(dateInZone(endOfDayIn('Europe/Berlin', date), 'Europe/Berlin')).toBe(date)
  for (const date of ['2027-03-28', '2027-10-31']) {
    const id = await sendNew(atelier, dueOn(date))
    expect(await shown(atelier, id)).toMatchObject({ dueDate: date })
  }
})

test.for([-1, 1.5, 10_000, Number.NaN])('terms of %d days are refused', async (days) => {
  const code = Number.isNaN(days) ? 'invalid' : 'due_days_invalid'
  await expectUnsavable(atelier, { terms: { kind: 'days', days } }, { code, field: 'draft.terms.days' })
})

test('days and a date together are refused, and Stripe is told only a date', async () => {
  const both = { kind: 'days', days: 14, date: today }
  await expectUnsavable(atelier, { terms: both }, { code: 'invalid' })
  const id = await sendNew(atelier, { terms: { kind: 'days', days: 0 } })
  expect(await shown(atelier, id)).toMatchObject({ dueDate: today })
})

test.for([
  ['100.0001', 'percent_out_of_range'],
  ['-5', 'percent_out_of_range'],
  ['7.12345', 'too_many_decimals'],
])('a tax of %s percent is refused', async ([taxPercent, code]) => {
  await expectUnsendable(atelier, withLine({ taxPercent }), { code, field: 'lines.0.taxPercent' })
})

test.for([
  ['0', 10_000],
  ['7.1234', 10_712],
  ['100', 20_000],
] as const)('a tax of %s percent makes %i of 10000', async ([taxPercent, totalMinor]) => {
  const id = await sendNew(atelier, withLine({ taxPercent }))
  expect(await shown(atelier, id)).toMatchObject({ totalMinor })
  await expectSameAsStripe(atelier)
})

test.for<[string, Partial<Draft>, string, string]>([
  ['more than the sum', off('amount', '100.01'), 'discount.value', 'discount_too_large'],
  ['all of it', off('percent', '100'), 'total', 'total_zero'],
  ['more than all of it', off('percent', '100.01'), 'discount.value', 'percent_out_of_range'],
  ['less than nothing', off('amount', '-1'), 'discount.value', 'amount_invalid'],
])('a discount of %s is refused', async ([, changes, field, code]) => {
  await expectUnsendable(atelier, changes, { code, field })
})

test('the discount of a line comes first, then that of the invoice, then the tax', async () => {
  const line = { ...lineOf('100'), taxPercent: '10', discount: { kind: 'percent', value: '50' } as const }
  const id = await sendNew(atelier, { lines: [line], discount: { kind: 'amount', value: '49' } })
  expect(await shown(atelier, id)).toMatchObject({
    subtotalMinor: 5000,
    discountMinor: 4900,
    totalMinor: 110,
  })
  await expectSameAsStripe(atelier)
})

function dueOn(date: string): Partial<Draft> {
  return { terms: { kind: 'date', date } }
}

function off(kind: 'percent' | 'amount', value: string): Partial<Draft> {
  return { ...withLine({}), discount: { kind, value } }
}
