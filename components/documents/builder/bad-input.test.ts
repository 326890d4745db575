import { expect, test } from 'vitest'
import { checkSendable } from '@/lib/documents/checks/sendable'
import type { Draft } from '@/lib/documents/draft/draft'
import { readDraft } from '@/lib/documents/draft/typed'
import { sampleDraft, sampleLine } from '@/lib/documents/testing/sample'
import { draftResolver } from './saving/draft-resolver'

const CONTEXT = { today: '2026-11-22', clientEmail: 'client@example.com' }

test.for([
  ['NaN', 'amount_invalid'],
  ['Infinity', 'amount_invalid'],
  ['1e3', 'amount_invalid'],
  ['0x10', 'amount_invalid'],
  ['١٢', 'amount_invalid'],
  ['', 'required'],
  ['9007199254740992', 'amount_invalid'],
  ['9223372036854775808', 'amount_invalid'],
  ['1.1234567890123', 'too_many_decimals'],
])('the form says what is wrong with the price %s, and keeps it', async ([unitPrice = '', code]) => {
  expect(await priceIssue({ lines: [sampleLine({ unitPrice })] })).toBe(code)
})

test('a number of 400 digits, or a megabyte of them, is judged at once', async () => {
  for (const digits of [400, 1_000_000]) {
    const lines = [sampleLine({ unitPrice: '9'.repeat(digits) })]
    const times: number[] = []
    for (let tries = 1; tries <= 5; tries++) {
      const started = performance.now()
      expect(await priceIssue({ lines })).toBe('amount_invalid')
      times.push(performance.now() - started)
    }
    expect(Math.min(...times)).toBeLessThan(50)
  }
})

test.for([
  ['1,234.56', 'en-US', '1234.56'],
  ['1.234,56', 'de-DE', '1234.56'],
])('%s in %s is read as the field’s locale writes it', async ([unitPrice = '', locale = '', decimal]) => {
  const typed = sampleDraft({ lines: [sampleLine({ unitPrice })] })
  expect(readDraft(typed, locale).draft.lines[0]?.unitPrice).toBe(decimal)
  expect(await priceIssue(typed, locale)).toBeUndefined()
})

test.for([
  ['1,234.56', 'de-DE'],
  ['1.234,56', 'en-US'],
  ['1,23', 'en-US'],
])('%s in %s could mean two numbers, so the form asks', async ([unitPrice = '', locale = '']) => {
  expect(await priceIssue({ lines: [sampleLine({ unitPrice })] }, locale)).toBe('amount_invalid')
})

test('a price with decimals in a currency that has none is asked for anew', async () => {
  const yen = { currency: 'jpy', lines: [sampleLine({ unitPrice: '100.5' })] }
  expect(await priceIssue(yen)).toBe('currency_has_no_decimals')
})

test('a megabyte in the memo is refused beside it', async () => {
  expect((await judged({ memo: 'x'.repeat(1_000_000) })).errors.memo?.type).toBe('too_long')
})

async function priceIssue(changes: Partial<Draft>, locale = 'en-US') {
  const { errors } = await judged(changes, locale)
  return errors.lines?.[0]?.unitPrice?.type
}

/** What the form makes of a draft as typed; what was typed has to stay as it is. */
async function judged(changes: Partial<Draft>, locale = 'en-US') {
  const typed = sampleDraft(changes)
  const before = structuredClone(typed)
  const options = { fields: {}, shouldUseNativeValidation: false }
  const result = await draftResolver(locale, (draft) => checkSendable(draft, CONTEXT))(
    typed,
    undefined,
    options,
  )
  expect(typed).toEqual(before)
  return result
}
