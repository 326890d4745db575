import { html } from 'hono/html'
import type { Admin } from '../../../admin/admin'
import { formatMinute } from '../../document/dates'
import { field } from '../../frame/field'
import type { Links } from '../../frame/links'
import type { Html } from '../../frame/page'
import { spanWords } from './span-words'
import { STEP_LABEL, STEPS } from './step'

type Clock = ReturnType<Admin['testClocks']>[number]

/** Renders the emulator's time, and the ways to move it on. */
export function clockSection(links: Links, admin: Admin, problem?: string): Html {
  const ahead = admin.secondsAhead()
  const clocks = admin.testClocks()
  return html`<section class="paper stack" aria-labelledby="time">
    <h2 id="time">Time</h2>
    <p class="moment">${formatMinute(admin.now())} <span class="muted">UTC</span></p>
    <p class="muted small">${ahead < 60 ? 'The same as the real time.' : `${spanWords(ahead)} ahead of the real time.`} What falls due on the way happens: drafts are finalized, payments tried again, debits settled.</p>
    <div class="levers">
      <form method="post" action="${links.time}" class="by-step" aria-labelledby="by">
        <p id="by" class="small">Move it by</p>
        <div class="steps">${STEPS.map(
          (step) => html`<button name="step" value="${step}" class="second">${STEP_LABEL[step]}</button>`,
        )}</div>
      </form>
      <form method="post" action="${links.time}" class="to-date" novalidate>
        ${field({ name: 'to', label: 'Move it to', hint: 'UTC', type: 'datetime-local', problem, isFocused: problem !== undefined })}
        <button class="second">Move</button>
      </form>
    </div>
    ${clocks.length > 0 && clockTable(links, clocks)}
  </section>`
}

function clockTable(links: Links, clocks: Clock[]): Html {
  return html`<table>
    <caption>Test clocks</caption>
    <thead><tr><th scope="col">Clock</th><th scope="col">Frozen at (UTC)</th><th scope="col">Status</th></tr></thead>
    <tbody>${clocks.map(
      ({ account, clock }) => html`<tr>
        <td><a href="${links.object(account, clock.id)}">${clock.name ?? clock.id}</a></td>
        <td>${formatMinute(clock.frozen_time)}</td>
        <td><span class="state ${clock.status === 'ready' ? 'paid' : 'pending'}">${clock.status}</span></td>
      </tr>`,
    )}</tbody>
  </table>`
}
