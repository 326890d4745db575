import { expect, test } from 'vitest'
import { operations } from '../../api/routes'
import { loadSchemas } from '../schema/schemas'
import { type Difference, ParamsComparison } from './compare'
import { DEMANDED, type Departure, IGNORED } from './departures'
import { ELSEWHERE } from './elsewhere'
import { UNREAD_OF_BILLING } from './unread-billing'
import { UNREAD_OF_PAYMENTS } from './unread-payments'

const UNREAD = [...UNREAD_OF_BILLING, ...UNREAD_OF_PAYMENTS]

const comparison = new ParamsComparison(await loadSchemas())
const found = operations.map((operation) => ({
  request: ParamsComparison.requestOf(operation),
  ...comparison.compare(operation),
}))

test('every parameter of the SDK is read or named, and nothing named is read', () => {
  const met = new Set<string>()
  const others = linesOf('unread').filter((line) => {
    const [before, word] = cutWord(line)
    const isElsewhere = ELSEWHERE.some(({ words, after }) => words.includes(word) && after.test(before))
    if (isElsewhere) met.add(word)
    return !isElsewhere
  })
  expect(others.sort()).toEqual(namedIn(UNREAD))
  expect([...met].sort()).toEqual(ELSEWHERE.flatMap(({ words }) => words).sort())
})

test('every parameter that is read is one of the SDK', () => {
  expect(linesOf('untyped')).toEqual([])
})

test('every parameter that nothing depends on is named', () => {
  expect(linesOf('ignored').sort()).toEqual(namedIn(IGNORED))
})

test('every parameter that must be there although the SDK leaves it open is named', () => {
  expect(linesOf('demanded').sort()).toEqual(namedIn(DEMANDED))
})

test('every reason is a sentence', () => {
  for (const { why } of [...UNREAD, ...ELSEWHERE, ...IGNORED, ...DEMANDED]) {
    expect(why).toMatch(/^[A-Z].{20,}\.$/)
  }
})

function linesOf(kind: keyof Difference): string[] {
  return found.flatMap((each) => each[kind].map((param) => `${each.request} ${param}`))
}

function namedIn(departures: readonly Departure[]): string[] {
  return departures
    .flatMap(({ at, params }) => at.flatMap((request) => params.map((param) => `${request} ${param}`)))
    .sort()
}

/** Returns what stands before the last name of a parameter or the value of an enum, and that word. */
function cutWord(line: string): [before: string, word: string] {
  const [, before = '', word = ''] = /^(.*[ [=])([^ [\]=]*)\]?$/.exec(line) ?? []
  return [before, word]
}
