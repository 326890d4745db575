import { html } from 'hono/html'
import type { PrintedDocument } from '../document/document'
import type { PrintedLine } from '../document/lines'
import type { PrintedTotal } from '../document/totals'
import { factList } from '../frame/field'
import type { Html } from '../frame/page'

/** Renders the invoice as a document. */
export function invoiceDocument(document: PrintedDocument): Html {
  return html`<article class="paper sheet" aria-label="${document.title} ${document.number}">
    <div class="sheet-head"><h2>${document.title}</h2><span>${document.business}</span></div>
    ${factList(document.facts)}
    <div class="parties">${document.parties.map(
      ({ heading, lines }) => html`<div><h3>${heading}</h3>${printedList(lines)}</div>`,
    )}</div>
    ${document.memo && html`<p class="words">${document.memo}</p>`}
    <div>${lineTable(document)}${totalList(document.totals)}</div>
    ${document.remarks.map((remark) => html`<p class="words">${remark}</p>`)}
    ${document.footer && html`<p class="words muted">${document.footer}</p>`}
  </article>`
}

export function lineTable({ lines, hasTax }: PrintedDocument): Html {
  return html`<table>
    <thead><tr>
      <th scope="col">Description</th>
      <th scope="col" class="number wide">Quantity</th>
      <th scope="col" class="number wide">Unit price</th>
      ${hasTax && html`<th scope="col" class="number wide">Tax</th>`}
      <th scope="col" class="number">Amount</th>
    </tr></thead>
    <tbody>${lines.map((line) => lineRow(line, hasTax))}</tbody>
  </table>`
}

export function totalList(totals: PrintedTotal[]): Html {
  return html`<dl class="totals">${totals.map(
    ({ label, amount, isStrong }) =>
      html`<div class="${isStrong ? 'strong' : ''}"><dt>${label}</dt><dd>${amount}</dd></div>`,
  )}</dl>`
}

/** On a narrow screen quantity, price and tax move under the description. */
function lineRow(line: PrintedLine, hasTax: boolean): Html {
  const tax = line.tax && `, tax ${line.tax}`
  return html`<tr>
    <td><span class="typed">${line.description}</span>
      ${line.notes.map((note) => html`<p>${note}</p>`)}
      ${line.unitPrice && html`<p class="brief">${line.quantity} × ${line.unitPrice}${tax}</p>`}
    </td>
    <td class="number wide">${line.quantity}</td>
    <td class="number wide">${line.unitPrice}</td>
    ${hasTax && html`<td class="number wide">${line.tax}</td>`}
    <td class="number">${line.amount}</td>
  </tr>`
}

function printedList(lines: string[]): Html {
  return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
}
