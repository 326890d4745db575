import { html } from 'hono/html'
import type { Html } from './page'

const TEST_CARDS = [
  ['4242 4242 4242 4242', 'Succeeds'],
  ['5555 5555 5555 4444', 'Succeeds (Mastercard)'],
  ['3782 822463 10005', 'Succeeds (American Express, 4-digit code)'],
  ['4000 0000 0000 0002', 'Declined'],
  ['4000 0000 0000 9995', 'Insufficient funds'],
  ['4000 0000 0000 0069', 'Expired card'],
  ['4000 0000 0000 0127', 'Incorrect security code'],
  ['4000 0000 0000 0119', 'Processing error'],
]

/** Any future expiry and any security code of the right length will do. */
export function testCards(): Html {
  return html`<details>
    <summary>Test cards</summary>
    <table>
      <thead><tr><th scope="col">Number</th><th scope="col">What happens</th></tr></thead>
      <tbody>${TEST_CARDS.map(([number, effect]) => html`<tr><td class="nowrap">${number}</td><td>${effect}</td></tr>`)}</tbody>
    </table>
  </details>`
}
