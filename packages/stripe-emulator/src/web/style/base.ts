export const BASE = `
*, ::before, ::after { box-sizing: border-box }
body {
  margin: 0; background: var(--desk); color: var(--ink); font: 15px/1.55 Geist, ui-sans-serif, system-ui, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%;
}
h1, h2, h3, p, dl, dd, ul, figure { margin: 0; padding: 0 }
h1 { font-size: 22px; font-weight: 550; line-height: 1.3; letter-spacing: -.01em }
h2 { font-size: 16px; font-weight: 550 }
strong { font-weight: 550 }
a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px }
a:hover { color: var(--accent-deep) }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px }
ul { list-style: none }
.muted { color: var(--muted) }
.small { font-size: 14px }
.mode {
  display: flex; flex-wrap: wrap; gap: 4px 16px; justify-content: center; padding: 8px 16px;
  background: var(--note-wash); color: var(--note-ink); font-size: 14px;
}
.mode a { color: inherit }
main { max-width: 1160px; margin: 0 auto; padding: 40px 24px 80px; display: grid; gap: 32px; grid-template-columns: minmax(0, 1fr) }
main.narrow { max-width: 640px }
.paper { background: var(--paper); border: 1px solid var(--hairline); border-radius: 8px; padding: 32px; box-shadow: var(--shade) }
.stack { display: grid; gap: 16px; align-content: start; grid-template-columns: minmax(0, 1fr) }
.ways { display: flex; flex-wrap: wrap; gap: 4px 20px }
.state { display: inline-block; white-space: nowrap; padding: 2px 10px; border-radius: 99px; font-size: 14px; border: 1px solid var(--hairline); color: var(--muted) }
.state.open, .state.partly_paid { color: var(--open); background: var(--open-wash); border-color: transparent }
.state.paid { color: var(--good); background: var(--good-wash); border-color: transparent }
.state.bad { color: var(--bad); background: var(--bad-wash); border-color: transparent }
.state.processing { color: var(--busy); background: var(--busy-wash); border-color: transparent }
.state.pending { color: var(--note-ink); background: var(--note-wash); border-color: transparent }
.alert, .done, .calm, .note { border-radius: 6px; padding: 12px 16px; font-size: 14px }
.alert { background: var(--bad-wash); color: var(--bad) }
.alert a { display: inline-block; padding: 2px 0; color: inherit }
.done { background: var(--good-wash); color: var(--good) }
.calm { background: var(--busy-wash); color: var(--busy) }
.note { background: var(--note-wash); color: var(--note-ink); display: grid; gap: 12px }
@media (max-width: 560px) {
  main { padding: 24px 16px 56px; gap: 24px }
  .paper { padding: 20px }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important } }
@media (forced-colors: active) { .state, button, .choice a { border-color: currentColor } }`
