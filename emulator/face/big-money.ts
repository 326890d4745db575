import { html } from 'hono/html'
import type { Html } from './page'
import { formatMoney } from './sheet/money'

/** The one amount a page is about; its currency is named, because several write "$". */
export function bigMoney(amountMinor: number, currency: string): Html {
  const amount = formatMoney(amountMinor, currency)
  const code = currency.toUpperCase()
  return html`<p class="amount">${amount}${!amount.includes(code) && html` <span>${code}</span>`}</p>`
}
