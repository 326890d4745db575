import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { emptyLine } from '@/lib/documents/draft/draft'
import { PaperLines } from './paper-lines'

test('a line that is not finished yet is shown as far as it goes', () => {
  const line = {
    ...emptyLine('line', { description: 'Sketches', quantity: '', unitPrice: '' }),
    amountMinor: 0,
  }
  const page = renderToStaticMarkup(<PaperLines lines={[line]} currency="usd" />)
  expect(page).toContain('Sketches')
  expect(page).not.toContain('NaN')
})
