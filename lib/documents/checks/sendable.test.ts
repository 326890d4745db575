import { expect, test } from 'vitest'
import { type Draft, type DraftLine, LINES_MAX } from '@/lib/documents/draft/draft'
import { sampleDraft, sampleLine } from '@/lib/documents/testing/sample'
import { checkSendable, type SendContext } from './sendable'

const CONTEXT: SendContext = { today: '2026-11-22', clientEmail: 'client@example.com' }

test('finds nothing wrong with a complete draft', () => {
  expect(found({})).toEqual([])
})

test('asks for a client, and for the address the invoice goes to', () => {
  expect(found({ clientId: null })).toEqual(['clientId client_required'])
  expect(found({}, { ...CONTEXT, clientEmail: null })).toEqual(['clientId client_email_required'])
})

test('wants at least one line and no more than Stripe takes', () => {
  expect(found({ lines: [] })).toEqual(['lines no_lines'])
  expect(found({ lines: Array.from({ length: LINES_MAX }, () => sampleLine()) })).toEqual([])
  expect(found({ lines: Array.from({ length: LINES_MAX + 1 }, () => sampleLine()) })).toEqual([
    'lines too_many_lines',
  ])
})

test.for<[Partial<DraftLine>, string]>([
  [{ description: '\u200b ' }, 'description required'],
  [{ quantity: '' }, 'quantity required'],
  [{ quantity: '0' }, 'quantity quantity_zero'],
  [{ quantity: '-1' }, 'quantity quantity_negative'],
  [{ quantity: 'abc' }, 'quantity amount_invalid'],
  [{ unitPrice: '' }, 'unitPrice required'],
  [{ unitPrice: '1e3' }, 'unitPrice amount_invalid'],
  [{ unitPrice: '1000000' }, 'unitPrice amount_too_large'],
  [{ taxPercent: '100.0001' }, 'taxPercent percent_out_of_range'],
  [{ taxPercent: '-5' }, 'taxPercent percent_out_of_range'],
  [{ taxPercent: '7.12345' }, 'taxPercent too_many_decimals'],
  [{ discount: { kind: 'percent', value: '' } }, 'discount.value required'],
  [{ discount: { kind: 'percent', value: '101' } }, 'discount.value percent_out_of_range'],
  [{ discount: { kind: 'percent', value: '0' } }, 'discount.value amount_invalid'],
  [{ discount: { kind: 'amount', value: '0.005' } }, 'discount.value too_many_decimals'],
  [{ discount: { kind: 'amount', value: '100.01' } }, 'discount.value discount_too_large'],
])('refuses a line with %o at %s', ([wrong, expected]) => {
  expect(found({ lines: [sampleLine(), sampleLine(wrong)] })).toEqual([`lines.1.${expected}`])
})

test('takes the edges: taxes of 0 and 100, a whole line discounted, twelve decimals', () => {
  expect(found({ lines: [sampleLine({ taxPercent: '0' }), sampleLine({ taxPercent: '100' })] })).toEqual([])
  expect(
    found({ lines: [sampleLine(), sampleLine({ discount: { kind: 'percent', value: '100' } })] }),
  ).toEqual([])
  expect(
    found({ lines: [sampleLine({ quantity: '0.333333333333', unitPrice: '12.345678901234' })] }),
  ).toEqual([])
})

test('allows a negative price as a reduction, not a discount on it', () => {
  expect(found({ lines: [sampleLine(), sampleLine({ unitPrice: '-5' })] })).toEqual([])
  const discounted = sampleLine({ unitPrice: '-5', discount: { kind: 'percent', value: '10' } })
  expect(found({ lines: [sampleLine(), discounted] })).toEqual([
    'lines.1.discount.value discount_on_negative_line',
  ])
})

test.for([
  ['usd', '-5', 'total_negative'],
  ['usd', '0', 'total_zero'],
  ['usd', '0.49', 'amount_below_minimum'],
  ['jpy', '49', 'amount_below_minimum'],
])('refuses a %s invoice over %s as %s', ([currency = '', unitPrice = '', code]) => {
  expect(found({ currency, lines: [sampleLine({ unitPrice })] })).toEqual([`total ${code}`])
})

test('takes the smallest and the largest charge, and refuses one unit more', () => {
  expect(found({ lines: [sampleLine({ unitPrice: '0.50' })] })).toEqual([])
  expect(found({ lines: [sampleLine({ unitPrice: '999999.99' })] })).toEqual([])
  expect(
    found({ lines: [sampleLine({ unitPrice: '999999.99' }), sampleLine({ unitPrice: '0.01' })] }),
  ).toEqual(['total amount_too_large'])
})

test("keeps to each currency's steps", () => {
  expect(found({ currency: 'jpy', lines: [sampleLine({ unitPrice: '100.5' })] })).toEqual([
    'lines.0.unitPrice currency_has_no_decimals',
  ])
  expect(found({ currency: 'kwd', lines: [sampleLine({ unitPrice: '1.234' })] })).toEqual([
    'lines.0.unitPrice currency_step',
  ])
  expect(found({ currency: 'kwd', lines: [sampleLine({ unitPrice: '1.23' })] })).toEqual([])
  const taxed = sampleLine({ unitPrice: '1.23', taxPercent: '5' })
  expect(found({ currency: 'kwd', lines: [taxed] })).toEqual(['total currency_step'])
  expect(found({ currency: 'xxx' })).toEqual(['currency currency_unknown'])
})

test('weighs the discount of the invoice against its lines', () => {
  expect(found({ discount: { kind: 'amount', value: '100.01' } })).toEqual([
    'discount.value discount_too_large',
  ])
  expect(found({ discount: { kind: 'percent', value: '100' } })).toEqual(['total total_zero'])
})

test.for<[Draft['terms'], string[]]>([
  [{ kind: 'date', date: '2026-11-21' }, ['terms.date due_in_past']],
  [{ kind: 'date', date: '2026-11-22' }, []],
  [{ kind: 'date', date: '2026-02-30' }, ['terms.date date_invalid']],
  [{ kind: 'date', date: '' }, ['terms.date date_invalid']],
  [{ kind: 'date', date: '2126-11-22' }, ['terms.date due_too_far']],
  [{ kind: 'days', days: 0 }, []],
  [{ kind: 'days', days: -1 }, ['terms.days due_days_invalid']],
  [{ kind: 'days', days: 1.5 }, ['terms.days due_days_invalid']],
  [{ kind: 'days', days: 10_000 }, ['terms.days due_days_invalid']],
])('judges the terms %o', ([terms, expected]) => {
  expect(found({ terms })).toEqual(expected)
})

function found(more: Partial<Draft>, context = CONTEXT) {
  return checkSendable(sampleDraft(more), context).map(({ field, code }) => `${field} ${code}`)
}
