import { html } from 'hono/html'
import { formatMoney } from '../../money/format'
import type { Html } from './page'

/** Renders the one amount a page is about; its currency is named, because several write "$". */
export function bigMoney(amountMinor: number, currency: string): Html {
  const amount = formatMoney(amountMinor, currency)
  const code = currency.toUpperCase()
  return html`<p class="amount">${amount}${!amount.includes(code) && html` <span>${code}</span>`}</p>`
}
