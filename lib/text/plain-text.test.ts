import { expect, test } from 'vitest'
import { cleanText, isBlank } from './plain-text'
import { lineOfText, plainText } from './schema'

test('sees that nothing would show', () => {
  for (const text of ['', '  \n\t', '\u200b', '\u200d\ufeff\u00a0', '\u3164'])
    expect(isBlank(text)).toBe(true)
  for (const text of ['a', '0', '🧾', 'א']) expect(isBlank(text)).toBe(false)
})

test('keeps the marks that hold emoji and scripts together', () => {
  for (const text of ['👩‍👩‍👧', '🏳️‍🌈', '👋🏽', 'می‌خواهم', '<script>alert(1)</script>', '{{7*7}} <%= x %>']) {
    expect(cleanText(text)).toBe(text)
  }
})

test('takes out what reorders or hides its neighbours', () => {
  expect(cleanText('total \u202e0001\u202c\u2066!\u2069')).toBe('total 0001!')
  expect(cleanText('a\u0007b\u001b[31m')).toBe('ab[31m')
})

test('keeps the marks of every script, and of a pile on one letter the first eight', () => {
  for (const text of ['Việt', 'שָׁלוֹם', 'ཧཱུྃ', 'ก็', '1️⃣']) expect(cleanText(text)).toBe(text.normalize('NFC'))
  expect(cleanText(`Z${'\u0337'.repeat(1_000)}algo`)).toBe(`Z${'\u0337'.repeat(8)}algo`)
})

test('brings composed letters and line ends into one form', () => {
  expect(cleanText('  e\u0301\r\nb\rc\td ')).toBe('é\nb\nc\td')
  expect(lineOfText(20).parse('Ann\r\nLee  & Co')).toBe('Ann Lee & Co')
})

test('counts code points, and stops at the limit', () => {
  expect(plainText(3).safeParse('🧾🧾🧾').success).toBe(true)
  expect(plainText(3).safeParse('🧾🧾🧾a').success).toBe(false)
  expect(plainText(3).safeParse('abcd').success).toBe(false)
})

test('refuses what a database cannot hold', () => {
  for (const text of ['\0', 'a\ud800', '\udc00b']) expect(plainText(9).safeParse(text).success).toBe(false)
})
