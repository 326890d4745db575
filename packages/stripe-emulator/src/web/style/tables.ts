export const TABLES = `
table { width: 100%; border-collapse: collapse; font-size: 14px }
caption { text-align: left; font-weight: 550; padding-bottom: 4px; font-size: 14px }
th { text-align: left; font-weight: 400; color: var(--muted); padding: 8px 12px 8px 0; border-bottom: 1px solid var(--hairline) }
td { vertical-align: top; padding: 12px 12px 12px 0; border-bottom: 1px solid var(--hairline) }
th:last-child, td:last-child { padding-right: 0 }
.number + :not(.number) { padding-left: 20px }
.number { text-align: right; white-space: nowrap }
th.number { white-space: nowrap }
.nowrap { white-space: nowrap }
.typed { white-space: pre-line }
td p { color: var(--muted) }
.instruments td { padding: 6px 12px 6px 0 }
.instruments tbody th { padding-top: 16px; color: var(--ink) }
.totals { margin: 16px 0 0 auto; width: min(100%, 400px); font-size: 14px }
.totals div { display: flex; justify-content: space-between; gap: 24px; padding: 6px 0 }
.totals dd { white-space: nowrap }
.totals .strong { border-top: 1px solid var(--hairline); margin-top: 6px; padding-top: 12px; font-weight: 550; font-size: 16px }
.facts { display: grid; gap: 4px; font-size: 14px }
.facts div { display: grid; grid-template-columns: 140px 1fr; gap: 16px }
.facts dt { color: var(--muted) }
.brief { display: none }
@media (max-width: 560px) {
  .wide { display: none }
  .brief { display: block }
  th, td { padding-right: 8px }
  .facts div { grid-template-columns: 112px 1fr }
}`
