import { html } from 'hono/html'
import type { HostedReceipt } from '../../admin/admin'
import { formatMoney } from '../../money/format'
import { formatDay } from '../document/dates'
import { accountName, contactEmail, zoneOf } from '../document/party'
import { capitalized, methodWords } from '../document/payment-words'
import { bigMoney } from '../frame/big-money'
import { factList } from '../frame/field'
import type { Links } from '../frame/links'
import { type Html, page } from '../frame/page'

/** Renders what proves a payment: how much, when, with what, and what came back since. */
export function receiptPage(links: Links, receipt: HostedReceipt): Html {
  const { account, charge, invoice } = receipt
  const business = accountName(account)
  const email = contactEmail(account)
  return page(
    links,
    `Receipt from ${business}`,
    html`<main class="narrow"><section class="paper sheet" aria-labelledby="receipt">
      <div class="stack">
        <h1 id="receipt">Receipt from ${business}</h1>
        ${bigMoney(charge.amount, charge.currency)}
        <p class="standing"><span class="state ${standing(receipt).state}">${standing(receipt).label}</span></p>
      </div>
      ${factList(facts(links, receipt))}
      ${amounts(receipt)}
      ${invoice && html`<p class="ways"><a href="${links.invoice(invoice.token)}">View invoice</a> <a href="${links.pdf(invoice.token)}">Download invoice PDF</a></p>`}
      <p class="muted small">${email ? `Questions? Contact ${business} at ${email}.` : `Questions? Ask ${business}.`}</p>
    </section></main>`,
  )
}

function standing({ charge }: HostedReceipt): { state: string; label: string } {
  if (charge.status === 'pending') return { state: 'processing', label: 'Processing' }
  if (charge.refunded) return { state: '', label: 'Refunded' }
  return charge.amount_refunded > 0
    ? { state: 'paid', label: 'Partly refunded' }
    : { state: 'paid', label: 'Paid' }
}

function facts(links: Links, { account, charge, invoice }: HostedReceipt) {
  const zone = zoneOf({ account })
  return [
    ...(charge.receipt_number ? [{ label: 'Receipt number', value: charge.receipt_number }] : []),
    ...(invoice
      ? [
          {
            label: 'Invoice number',
            value: html`<a href="${links.invoice(invoice.token)}">${invoice.object.number}</a>`,
          },
        ]
      : []),
    {
      label: charge.status === 'pending' ? 'Started' : 'Date paid',
      value: formatDay(charge.created, zone),
    },
    { label: 'Paid with', value: capitalized(methodWords(charge.payment_method_details)) },
    ...(charge.description ? [{ label: 'For', value: charge.description }] : []),
  ]
}

function amounts({ account, charge, refunds }: HostedReceipt): Html {
  const zone = zoneOf({ account })
  const money = (amountMinor: number) => formatMoney(amountMinor, charge.currency)
  const given = refunds.filter(({ status }) => status !== 'failed' && status !== 'canceled')
  return html`<dl class="totals">
    <div><dt>Amount charged</dt><dd>${money(charge.amount)}</dd></div>
    ${given.map(
      (refund) =>
        html`<div><dt>Refunded on ${formatDay(refund.created, zone)}${refund.status === 'pending' && ', on its way'}</dt><dd>${money(-refund.amount)}</dd></div>`,
    )}
    <div class="strong"><dt>Amount paid</dt><dd>${money(charge.amount - charge.amount_refunded)}</dd></div>
  </dl>`
}
