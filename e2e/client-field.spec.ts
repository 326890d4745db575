import { expect } from '@playwright/test'
import { test } from './support/fixtures'
import { anInvoice, createClient } from './support/invoice'

test('a known client is found by a few letters, and what was typed and not chosen does not stay', async ({
  home,
}) => {
  const [first, second] = [anInvoice({ client: 'Anna Berg' }), anInvoice({ client: 'Nordwind' })]
  await home.getByRole('link', { name: 'New invoice' }).click()
  await createClient(home, first)
  await createClient(home, second)
  const field = home.getByRole('combobox', { name: 'Bill to' })
  await expect(field).toHaveValue('Nordwind')

  await field.focus()
  await home.keyboard.type('nna b')
  const matches = home.getByRole('listbox', { name: 'Matches' })
  await expect(matches.getByRole('option')).toHaveText([/^Anna Berg/, 'New client “nna b”'])
  await home.keyboard.press('Escape')
  await expect(matches).toBeHidden()
  await home.getByRole('textbox', { name: 'Memo' }).focus()
  await expect(field).toHaveValue('Nordwind')

  await field.focus()
  await home.keyboard.press('Enter')
  await expect(matches.getByRole('option', { name: /^Nordwind/ })).toHaveAttribute('aria-selected', 'true')
  await home.keyboard.press('Enter')
  await expect(matches).toBeHidden()
  await expect(field).toHaveValue('Nordwind')

  await home.keyboard.press('Control+a')
  await home.keyboard.type(first.email)
  await home.keyboard.press('Enter')
  await expect(field).toHaveValue('Anna Berg')
  await expect(home.getByText(first.email)).toBeVisible()
})

test('Enter chooses nobody who does not fit what is typed', async ({ home }) => {
  await home.getByRole('link', { name: 'New invoice' }).click()
  await createClient(home, anInvoice({ client: 'Anna Berg' }))
  const field = home.getByRole('combobox', { name: 'Bill to' })
  await field.focus()
  await home.keyboard.type('Nobody Known')
  await home.keyboard.press('Enter')
  await expect(home.getByRole('dialog', { name: 'New client' }).getByLabel('Name')).toHaveValue(
    'Nobody Known',
  )
})
