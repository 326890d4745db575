export const PANEL = `
.panel-head, .section-head { display: flex; flex-wrap: wrap; gap: 8px 24px; justify-content: space-between; align-items: baseline }
.panel-head { align-items: center }
.moment { font-size: 22px; font-weight: 550; letter-spacing: -.01em }
.levers { display: flex; flex-wrap: wrap; gap: 20px 40px; align-items: end }
.by-step { display: grid; gap: 6px }
.steps { display: flex; flex-wrap: wrap; gap: 8px }
.to-date { display: flex; flex-wrap: wrap; gap: 8px; align-items: end }
.to-date > div { flex: 1 1 220px }
.levers + table { margin-top: 12px }
td form { display: block }
.kinds { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 8px 24px; font-size: 14px }
.json { margin: 0; font: 13px/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-x: auto; white-space: pre; overflow-wrap: normal }`
