import { html } from 'hono/html'
import type { Admin } from '../../../admin/admin'
import { DELIVERY_FAULTS, type FaultKind, REQUEST_FAULTS } from '../../../faults/orders'
import { field } from '../../frame/field'
import type { Links } from '../../frame/links'
import type { Html } from '../../frame/page'
import { panelPage } from '../page'
import type { FaultProblems, TypedFault } from './order'

const FAULT_LABEL: Record<FaultKind, string> = {
  '429': 'Too many requests (429)',
  '429-retry': 'Too many requests (429, should retry)',
  lock_timeout: 'Lock timeout (429, should retry)',
  '409': 'Conflict (409)',
  '500-before': 'Error 500, nothing done',
  'reset-before': 'Connection reset, nothing done',
  'delay-before': 'Late start',
  'search-lag': 'Search lags behind',
  'send-refused': 'Invoice cannot be sent right now',
  '500-kept': 'Server error, kept under the idempotency key',
  '500-after': 'Error 500, but it was done',
  'reset-after': 'Connection reset, but it was done',
  'delay-after': 'Late answer',
  'truncated-after': 'Truncated answer',
  duplicate: 'Delivered twice',
  drop: 'Never delivered',
  delay: 'Delivered late',
  reorder: 'Delivered out of order',
  unheard: 'Delivered, but its answer was lost',
}

interface Refused {
  typed: TypedFault
  problems: FaultProblems
}

/** Renders what stands ordered, and the form to order more. */
export function faultsPage(links: Links, faults: ReturnType<Admin['faults']>, refused?: Refused): Html {
  return panelPage(
    links,
    'faults',
    html`<section class="paper stack" aria-labelledby="standing">
      <h2 id="standing">Ordered</h2>
      ${faults.length === 0 ? html`<p class="empty">Nothing goes wrong at present.</p>` : html`<ul class="small">${faults.map(faultItem)}</ul>`}
    </section>
    <section class="paper stack" aria-labelledby="order">
      <h2 id="order">Order a fault</h2>
      ${faultForm(links, refused)}
    </section>`,
  )
}

function faultForm(links: Links, refused?: Refused): Html {
  const { typed, problems } = refused ?? { typed: undefined, problems: {} }
  const focused = Object.keys(problems)[0]
  const input = (name: keyof TypedFault, label: string, hint: string, usual = '') =>
    field({
      name,
      label,
      hint,
      value: typed?.[name] ?? usual,
      problem: problems[name],
      isFocused: name === focused,
    })
  return html`<form method="post" action="${links.faults}" novalidate>
    <div class="row">
      <div><label for="kind">What goes wrong</label>
        <select id="kind" name="kind">
          <optgroup label="API requests">${REQUEST_FAULTS.map((kind) => option(kind, typed?.kind))}</optgroup>
          <optgroup label="Webhook deliveries">${DELIVERY_FAULTS.map((kind) => option(kind, typed?.kind))}</optgroup>
        </select>${problems.kind && html`<p class="problem">${problems.kind}</p>`}</div>
      ${input('path', 'Path or event', 'begins with; * for an id')}
      ${input('method', 'Method', 'GET, POST, DELETE')}
      ${input('times', 'How many times', 'at most', '1')}
      ${input('rate', 'Chance of each', '%', '100')}
      ${input('seed', 'Seed of the chance', 'a number')}
      ${input('delayMs', 'Delay', 'ms, of what is late')}
    </div>
    <p><button>Order this fault</button></p>
  </form>`
}

function option(kind: FaultKind, chosen: string | undefined): Html {
  return html`<option value="${kind}"${kind === chosen && html` selected`}>${FAULT_LABEL[kind]}</option>`
}

function faultItem({ kind, match, rate, left }: ReturnType<Admin['faults']>[number]): Html {
  const target = [match?.method, match?.path].filter(Boolean).join(' ')
  const chance = rate === undefined ? '' : `, with a chance of ${Math.round(rate * 10_000) / 100}%`
  return html`<li>${FAULT_LABEL[kind]}${target && ` on ${target}`}${chance}: ${left} left</li>`
}
