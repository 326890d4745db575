import { html } from 'hono/html'
import type { Authentication } from '../../admin/admin'
import { formatMoneyInFull } from '../../money/format'
import { accountName } from '../document/party'
import { factList } from '../frame/field'
import type { Links } from '../frame/links'
import { type Html, page } from '../frame/page'

/** Renders where a card's bank would ask its customer: 3-D Secure, with both answers to choose from. */
export function authenticatePage(links: Links, { account, intent, invoice }: Authentication): Html {
  const facts = [
    { label: 'To', value: accountName(account) },
    { label: 'Amount', value: formatMoneyInFull(intent.amount, intent.currency) },
    ...(invoice?.number ? [{ label: 'For', value: `Invoice ${invoice.number}` }] : []),
  ]
  return page(
    links,
    'Confirm your payment',
    html`<main class="narrow"><section class="paper stack" aria-labelledby="confirm">
      <p class="muted small">3-D Secure test page of your bank</p>
      <h1 id="confirm">Is this payment yours?</h1>
      ${factList(facts)}
      <p>A real bank would ask for a code or a fingerprint. Here, the answer is yours to choose.</p>
      <form method="post" action="${links.authenticate(intent.id)}" class="answers">
        <button name="answer" value="complete">Complete</button>
        <button name="answer" value="fail" class="second">Fail</button>
      </form>
      ${invoice && html`<p class="small"><a href="${links.invoice(invoice.token)}">Back to the invoice</a></p>`}
    </section></main>`,
  )
}
