import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MISSING, printable, wrap } from './text'

const isLatin = (codePoint: number) => codePoint >= 32 && codePoint < 0x250
const oneEach = (text: string) => text.length

test('breaks at spaces, and inside a word only when it must', () => {
  expect(wrap('one two three', 7, oneEach)).toEqual(['one two', 'three'])
  expect(wrap('abcdefghij k', 4, oneEach)).toEqual(['abcd', 'efgh', 'ij k'])
})

test('keeps the line breaks that were typed', () => {
  expect(wrap('a\n\nb', 9, oneEach)).toEqual(['a', '', 'b'])
})

test('no line is wider than asked and no letter is lost', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const lines = wrap(text, width, oneEach)
      expect(Math.max(...lines.map(oneEach))).toBeLessThanOrEqual(width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', '').replaceAll('\n', ''))
    }),
  )
})

test('characters the font lacks are shown as dotted circles, one for each', () => {
  expect(printable('a日本b', isLatin)).toBe(`a${MISSING}${MISSING}b`)
  expect(printable('👍', isLatin)).toBe(MISSING)
})

test('invisible characters leave no circle', () => {
  expect(printable('a\u200b\u202eb\ufe0f\u0007\u0085', isLatin)).toBe('ab')
  expect(printable('a\u202fb\u2009c\td', isLatin)).toBe('a b c d')
})

test('accents typed apart are joined', () => {
  expect(printable('e\u0301', isLatin)).toBe('é')
})

test('characters that look like a known one are printed as it', () => {
  expect(printable('ﬁne Ａ１', isLatin)).toBe('fine A1')
  expect(printable('ḁ', isLatin)).toBe('a')
})
