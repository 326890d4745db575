import { expect, test } from 'vitest'
import { fieldName } from '@/lib/documents/field-path'
import { controlId, errorsFrom, homeOf, issuesFrom } from './issues'

test('puts every issue where the form looks for it, the first of a field winning', () => {
  const errors = errorsFrom([
    { field: 'lines.1.quantity', code: 'required', message: 'Enter a quantity.' },
    { field: 'lines.1.quantity', code: 'amount_invalid', message: 'Enter a number.' },
    { field: 'total', code: 'total_zero', message: 'The total is zero.' },
    { field: 'lines', code: 'no_lines', message: 'Add a line.' },
  ])
  expect(errors.lines?.[1]?.quantity).toEqual({ type: 'required', message: 'Enter a quantity.' })
  expect(errors.root?.total?.message).toBe('The total is zero.')
  expect(errors.lines?.root?.message).toBe('Add a line.')
})

test('tells issues in the order of the page', () => {
  const fields = [
    'memo',
    'lines.10.description',
    'lines.2.unitPrice',
    'lines.2.description',
    'lines',
    'discount.value',
    'clientId',
  ]
  const errors = errorsFrom(fields.map((field) => ({ field, code: 'required', message: 'Fill this in.' })))
  expect(issuesFrom(errors).map(({ field }) => field)).toEqual([
    'clientId',
    'lines.root',
    'lines.2.description',
    'lines.2.unitPrice',
    'lines.10.description',
    'discount.value',
    'memo',
  ])
})

test('reads the paths of a refusal by the server', () => {
  expect(homeOf('draft.lines.0.description')).toBe('lines.0.description')
  expect(homeOf('draft.discount')).toBe('discount.value')
  expect(homeOf('total')).toBe('root.total')
  expect(homeOf('version')).toBe('root.total')
})

test('names a path as the page does', () => {
  expect(fieldName('lines.2.unitPrice')).toBe('Line 3, price')
  expect(fieldName('lines.0.discount.value')).toBe('Line 1, discount')
  expect(fieldName('terms.date')).toBe('Due')
  expect(fieldName('root.total')).toBe('Total')
  expect(controlId('lines.2.unitPrice')).toBe('draft-lines-2-unitPrice')
})
