export const CONTROL_STYLE = `
form { display: grid; gap: 16px }
label, legend { display: block; font-size: 14px; margin-bottom: 6px; padding: 0 }
input, select {
  width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; font-variant-numeric: tabular-nums; color: var(--ink);
  background: var(--paper); border: 1px solid var(--edge); border-radius: 6px;
}
input:focus-visible, select:focus-visible { outline-offset: 0; border-color: var(--focus); border-radius: 6px }
input[aria-invalid='true'] { border-color: var(--bad) }
.hint { color: var(--muted) }
.problem { color: var(--bad); font-size: 14px; margin-top: 6px }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; align-items: start }
.row { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 16px; align-items: end }
.alert { border-radius: 6px; padding: 12px 16px; background: var(--bad-wash); color: var(--bad); font-size: 14px }
.alert a { display: inline-block; padding: 2px 0; color: inherit }
.done { border-radius: 6px; padding: 12px 16px; background: var(--good-wash); color: var(--good); font-size: 14px }
button, .button {
  display: inline-block; min-height: 44px; padding: 10px 20px; font: inherit; font-weight: 550; text-align: center; text-decoration: none;
  color: var(--on-accent); background: var(--accent); border: 1px solid transparent; border-radius: 6px; cursor: pointer;
  transition: background-color 140ms;
}
button:hover, .button:hover { background: var(--accent-deep); color: var(--on-accent) }
button.quiet { justify-self: start; min-height: 32px; padding: 3px 12px; font-weight: 400; font-size: 14px; color: var(--ink); background: none; border-color: var(--edge) }
button.quiet:hover { background: var(--desk) }
summary { cursor: pointer; font-size: 14px; color: var(--muted); width: fit-content; padding: 2px 0 }
details[open] summary { margin-bottom: 8px }
.jump { display: flex; flex-wrap: wrap; gap: 8px 20px; font-size: 14px }
.empty { color: var(--muted); font-size: 14px }
@media (prefers-reduced-motion: reduce) { * { transition: none !important } }
@media (forced-colors: active) { .state, button { border-color: currentColor } }
`
