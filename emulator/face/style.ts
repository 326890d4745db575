import { CONTROL_STYLE } from './style-controls'

const TOKENS = `
@font-face { font-family: Geist; src: url('face.woff2') format('woff2'); font-weight: 100 900; font-display: swap }
:root {
  color-scheme: light dark;
  --desk: #f5f3ef; --paper: #fffefc; --ink: #1d1b18; --muted: #67625a; --hairline: #e3dfd7; --edge: #8d877c;
  --accent: #0f5e5a; --accent-deep: #0a4542; --on-accent: #fff; --focus: #0f5e5a;
  --good: #1c6a3f; --good-wash: #e8f3ec; --bad: #a8261d; --bad-wash: #fbeeec; --note-ink: #6b4700; --note-wash: #fbf1da;
  --shade: 0 1px 2px rgb(40 30 10 / .05), 0 12px 32px -16px rgb(40 30 10 / .18);
}
@media (prefers-color-scheme: dark) {
  :root {
    --desk: #141311; --paper: #1c1b18; --ink: #edeae3; --muted: #a7a197; --hairline: #322f2a; --edge: #7f796e;
    --accent: #6fd0c8; --accent-deep: #94e0d9; --on-accent: #06302d; --focus: #6fd0c8;
    --good: #86d6a6; --good-wash: #17291f; --bad: #ffa79d; --bad-wash: #351c19; --note-ink: #f0cf8b; --note-wash: #2f2713;
    --shade: none;
  }
}`

const BASE = `
*, ::before, ::after { box-sizing: border-box }
body {
  margin: 0; background: var(--desk); color: var(--ink); font: 15px/1.55 Geist, ui-sans-serif, system-ui, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%;
}
h1, h2, h3, p, dl, dd, ul, figure { margin: 0; padding: 0 }
h1 { font-size: 22px; font-weight: 550; line-height: 1.3; letter-spacing: -.01em }
h2 { font-size: 16px; font-weight: 550 }
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
main { max-width: 1160px; margin: 0 auto; padding: 40px 24px 80px; display: grid; gap: 40px }
main.narrow { max-width: 640px }
.paper { background: var(--paper); border: 1px solid var(--hairline); border-radius: 8px; padding: 32px; box-shadow: var(--shade) }
.stack { display: grid; gap: 16px; align-content: start }
.stack > * { min-width: 0 }
.state { display: inline-block; white-space: nowrap; padding: 2px 10px; border-radius: 99px; font-size: 14px; border: 1px solid var(--hairline); color: var(--muted) }
.state.paid { color: var(--good); background: var(--good-wash); border-color: transparent }
.state.bad { color: var(--bad); background: var(--bad-wash); border-color: transparent }
.state.processing, .state.pending { color: var(--note-ink); background: var(--note-wash); border-color: transparent }`

const TABLES = `
table { width: 100%; border-collapse: collapse; font-size: 14px }
caption { text-align: left; font-weight: 550; padding-bottom: 8px; font-size: 16px }
th { text-align: left; font-weight: 400; color: var(--muted); padding: 8px 12px 8px 0; border-bottom: 1px solid var(--hairline) }
td { vertical-align: top; padding: 12px 12px 12px 0; border-bottom: 1px solid var(--hairline) }
th:last-child, td:last-child { padding-right: 0 }
.number + :not(.number) { padding-left: 20px }
.number { text-align: right; white-space: nowrap }
.nowrap { white-space: nowrap }
.scroll { overflow-x: auto; overflow-wrap: normal }
.scroll table { min-width: 640px }
.typed { white-space: pre-line }
td p { color: var(--muted) }
.totals { margin: 16px 0 0 auto; width: min(100%, 380px); font-size: 14px }
.totals div { display: flex; justify-content: space-between; gap: 24px; padding: 6px 0 }
.totals dd { white-space: nowrap }
.totals .strong { border-top: 1px solid var(--hairline); margin-top: 6px; padding-top: 12px; font-weight: 550; font-size: 16px }
.brief { display: none }`

const INVOICE = `
.pay { grid-template-columns: minmax(0, 5fr) minmax(0, 8fr); align-items: start; gap: 56px }
.amount { font-size: 40px; font-weight: 550; letter-spacing: -.025em; line-height: 1.15 }
.standing { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center }
.late { color: var(--bad) }
.sheet { display: grid; gap: 32px }
.sheet-head { display: flex; justify-content: space-between; gap: 24px; align-items: baseline; flex-wrap: wrap }
.facts { display: grid; gap: 4px; font-size: 14px }
.facts div { display: grid; grid-template-columns: 140px 1fr; gap: 16px }
.facts dt { color: var(--muted) }
.parties { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; font-size: 14px }
.parties h3 { font-size: 14px; font-weight: 400; color: var(--muted) }
.words { white-space: pre-line; font-size: 14px; max-width: 68ch }
@media (max-width: 860px) { .pay { grid-template-columns: minmax(0, 1fr); gap: 32px } }
@media (max-width: 560px) {
  main { padding: 24px 16px 56px; gap: 32px }
  .paper { padding: 20px }
  .amount { font-size: 34px }
  .wide { display: none }
  .brief { display: block }
  .facts div { grid-template-columns: 112px 1fr }
}
@media (max-width: 420px) { .parties { grid-template-columns: 1fr } }
@media print { .mode, .pay > :first-child { display: none } .pay { display: block } .paper { border: 0; padding: 0; box-shadow: none } }`

export const STYLE = [TOKENS, BASE, TABLES, INVOICE, CONTROL_STYLE].join('\n')
