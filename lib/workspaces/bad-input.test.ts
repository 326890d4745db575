import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing/testing'
import { currentMember } from '@/lib/accounts/session/auth'
import { createUser } from '@/lib/accounts/testing'
import { formStart } from '@/lib/http/actions/form-state'
import { formOf } from '@/lib/http/testing-request'
import { openWorkspace } from './actions'

testDatabase()

const ATELIER = { name: 'Atelier Lee', country: 'DE', timeZone: 'Europe/Berlin', currency: 'eur' }

test.for([
  ['currency', 'xxx', 'currency_unknown'],
  ['currency', 'BTC', 'currency_unknown'],
  ['name', '\u200b', 'required'],
  ['name', 'a\0b', 'text_unreadable'],
  ['timeZone', 'Mars/Base', 'time_zone_unknown'],
  ['timeZone', '+05:30', 'time_zone_unknown'],
] as const)('a business with the %s %j is not opened, and the form stays', async ([field, text, code]) => {
  const { browser } = await createUser()
  const typed = { ...ATELIER, [field]: text }
  const state = await browser.call(() => openWorkspace(formStart(), formOf(typed)))
  expect(state).toMatchObject({ value: { values: typed, refusal: { field, code } } })
  expect(await browser.run(currentMember)).toBeNull()
})

test.for([
  ['currency', 'usd ', 'usd'],
  ['currency', 'ＵＳＤ', 'usd'],
  ['timeZone', 'Asia/Calcutta', 'Asia/Calcutta'],
] as const)('a business with the %s %j is opened', async ([field, text, kept]) => {
  const { browser } = await createUser()
  const typed = { ...ATELIER, [field]: text }
  expect(await browser.call(() => openWorkspace(formStart(), formOf(typed)))).toEqual({
    redirect: '/invoices',
  })
  expect(await browser.run(currentMember)).toMatchObject({ workspace: { [field]: kept } })
})

test('a country that comes twice is refused', async () => {
  const { browser } = await createUser()
  const form = formOf(ATELIER)
  form.append('country', 'AT')
  const state = await browser.call(() => openWorkspace(formStart(), form))
  expect(state).toMatchObject({ value: { refusal: { code: 'invalid' } } })
})
