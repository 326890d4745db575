import { html } from 'hono/html'
import type { Desk } from '../desk'
import { DELIVERY_FAULTS, type FaultKind, REQUEST_FAULTS } from '../faults/orders'
import type { Links } from './links'
import type { Html } from './page'

const FAULT_LABEL: Record<FaultKind, string> = {
  '429': 'Too many requests (429)',
  lock_timeout: 'Lock timeout (429, should retry)',
  '409': 'Conflict (409)',
  '500-before': 'Error 500, nothing done',
  'reset-before': 'Connection reset, nothing done',
  '500-after': 'Error 500, but it was done',
  'reset-after': 'Connection reset, but it was done',
  'delay-after': 'Late answer',
  'truncated-after': 'Truncated answer',
  duplicate: 'Delivered twice',
  drop: 'Never delivered',
  delay: 'Delivered late',
  reorder: 'Delivered out of order',
}

export function faultSection(links: Links, faults: ReturnType<Desk['faults']>, problem?: string): Html {
  return html`<section class="paper stack" aria-labelledby="faults">
    <h2 id="faults">Faults</h2>
    ${problem && html`<p class="alert" role="alert">${problem}</p>`}
    ${faults.length > 0 && html`<ul class="small">${faults.map(faultItem)}</ul>`}
    <form method="post" action="${links.faults}">
      <div class="row">
        <div><label for="kind">What goes wrong</label>
          <select id="kind" name="kind">
            <optgroup label="API requests">${REQUEST_FAULTS.map(option)}</optgroup>
            <optgroup label="Webhook deliveries">${DELIVERY_FAULTS.map(option)}</optgroup>
          </select></div>
        <div><label for="times">How many times</label>
          <input id="times" name="times" inputmode="numeric" value="1"></div>
        <div><label for="method">Only method <span class="hint">(optional)</span></label>
          <input id="method" name="method" autocomplete="off"></div>
        <div><label for="path">Path or event <span class="hint">(optional)</span></label>
          <input id="path" name="path" autocomplete="off"></div>
        <div><label for="delayMs">Delay in ms <span class="hint">(optional)</span></label>
          <input id="delayMs" name="delayMs" inputmode="numeric"></div>
      </div>
      <p><button>Order this fault</button></p>
    </form>
  </section>`
}

function option(kind: FaultKind): Html {
  return html`<option value="${kind}">${FAULT_LABEL[kind]}</option>`
}

function faultItem({ kind, match, left }: ReturnType<Desk['faults']>[number]): Html {
  const target = [match?.method, match?.path].filter(Boolean).join(' ')
  return html`<li>${FAULT_LABEL[kind]}${target && ` on ${target}`}: ${left} left</li>`
}
