export const CONTROLS = `
form { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr) }
label { display: block; font-size: 14px; margin-bottom: 6px }
input, select {
  width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; font-variant-numeric: tabular-nums; color: var(--ink);
  background: var(--paper); border: 1px solid var(--edge); border-radius: 6px;
}
input:focus-visible, select:focus-visible { outline-offset: 0; border-color: var(--focus); border-radius: 6px }
input[aria-invalid='true'] { border-color: var(--bad) }
.hint { color: var(--muted) }
.problem { color: var(--bad); font-size: 14px; margin-top: 6px }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; align-items: start }
.row { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr)); gap: 16px; align-items: start }
button, .button {
  display: inline-block; min-height: 44px; padding: 10px 20px; font: inherit; font-weight: 550; text-align: center; text-decoration: none;
  color: var(--on-accent); background: var(--accent); border: 1px solid transparent; border-radius: 6px; cursor: pointer;
  transition: background-color 140ms;
}
button:hover, .button:hover { background: var(--accent-deep); color: var(--on-accent) }
button.second, .button.second { color: var(--ink); background: var(--paper); border-color: var(--edge); font-weight: 400 }
button.second:hover, .button.second:hover { background: var(--wash); color: var(--ink) }
button.quiet { justify-self: start; min-height: 32px; padding: 3px 12px; font-weight: 400; font-size: 14px; color: var(--ink); background: none; border-color: var(--edge); white-space: nowrap }
button.quiet:hover { background: var(--wash) }
summary { cursor: pointer; font-size: 14px; color: var(--muted); width: fit-content; padding: 2px 0 }
details[open] summary { margin-bottom: 8px }
.answers { display: flex; flex-wrap: wrap; gap: 12px }
.answers > * { flex: 1 1 140px }
.choice { display: flex; flex-wrap: wrap; gap: 2px; padding: 3px; border-radius: 8px; background: var(--wash); width: fit-content; max-width: 100%; font-size: 14px }
.choice a { padding: 6px 14px; border-radius: 6px; color: var(--muted); text-decoration: none; border: 1px solid transparent }
.choice a:hover { color: var(--ink) }
.choice a[aria-current] { background: var(--paper); color: var(--ink); border-color: var(--hairline) }
.jump { display: flex; flex-wrap: wrap; gap: 8px 20px; font-size: 14px }
.empty { color: var(--muted); font-size: 14px }`
