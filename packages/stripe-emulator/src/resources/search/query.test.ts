import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Clause, parseQuery, type Query } from './query'

const field = fc.stringMatching(/^[a-z_]{1,12}(\.[a-z_]{1,8}){0,2}$/).filter((name) => name !== 'metadata')
const named = fc.record({ field, key: fc.constant(null) })
const ofMetadata = fc.record({ field: fc.constant('metadata'), key: fc.string() })
const clause: fc.Arbitrary<Clause> = fc
  .tuple(
    fc.oneof(named, ofMetadata),
    fc.record({
      operator: fc.constantFrom(...([':', '~', '>', '<', '>=', '<='] as const)),
      value: fc.option(fc.string({ unit: 'grapheme' })),
      isNegated: fc.boolean(),
    }),
  )
  .map(([who, what]) => ({ ...who, ...what }))

const query: fc.Arbitrary<Query> = fc
  .record({
    clauses: fc.array(clause, { minLength: 1, maxLength: 10 }),
    joined: fc.constantFrom(...(['and', 'or'] as const)),
  })
  .map(({ clauses, joined }) => ({ clauses, joined: clauses.length > 1 ? joined : 'and' }))

function quoted(value: string, quote: string): string {
  return quote + value.replace(/["'\\]/g, '\\$&') + quote
}

function printed({ clauses, joined }: Query, quote: string, joint: string): string {
  const each = clauses.map(({ field, key, operator, value, isNegated }) => {
    const name = key === null ? field : `${field}[${quoted(key, quote)}]`
    return `${isNegated ? '-' : ''}${name}${operator}${value === null ? 'null' : quoted(value, quote)}`
  })
  return each.join(joined === 'or' ? ' OR ' : joint)
}

test('a query that was printed reads as itself', () => {
  fc.assert(
    fc.property(
      query,
      fc.constantFrom('"', "'"),
      fc.constantFrom(' AND ', ' and ', ' ', '\n '),
      (given, quote, joint) => {
        expect(parseQuery(printed(given, quote, joint))).toEqual(given)
      },
    ),
  )
})

test('no text is anything but a query or a refusal', () => {
  const word = fc.constantFrom(
    'name',
    ':',
    '"',
    'a',
    ' AND ',
    ' OR ',
    ' ',
    '-',
    '[',
    ']',
    'metadata',
    '\\',
    '>',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join('')),
      ),
      (text) => {
        try {
          expect(parseQuery(text).clauses.length).toBeGreaterThan(0)
        } catch (error) {
          expect(error).toHaveProperty('status', 400)
        }
      },
    ),
  )
})

test('a number and null need no quotes; a word does', () => {
  expect(parseQuery('total>1000.5 status:null')).toEqual({
    clauses: [
      { field: 'total', key: null, operator: '>', value: '1000.5', isNegated: false },
      { field: 'status', key: null, operator: ':', value: null, isNegated: false },
    ],
    joined: 'and',
  })
  expect(() => parseQuery('status:open')).toThrow('unable to parse')
})
