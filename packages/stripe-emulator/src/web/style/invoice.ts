export const INVOICE = `
.pay { grid-template-columns: minmax(0, 5fr) minmax(0, 8fr); align-items: start; gap: 56px }
.pay-side { display: grid; gap: 28px; grid-template-columns: minmax(0, 1fr) }
.summary { display: grid; gap: 12px }
.amount { font-size: 40px; font-weight: 550; letter-spacing: -.025em; line-height: 1.15 }
.amount span { font-size: .5em; font-weight: 400; letter-spacing: 0; color: var(--muted) }
.standing { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center }
.late { color: var(--bad) }
.history { display: grid; gap: 4px; border-top: 1px solid var(--hairline); padding-top: 20px; font-size: 14px }
.history li { display: flex; justify-content: space-between; gap: 24px; padding: 8px 0 }
.history li > span { white-space: nowrap }
.sheet { display: grid; gap: 32px; grid-template-columns: minmax(0, 1fr) }
.sheet-head { display: flex; justify-content: space-between; gap: 8px 24px; align-items: baseline; flex-wrap: wrap }
.sheet-head h2 { font-size: 20px; letter-spacing: -.01em }
.parties { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 160px), 1fr)); gap: 24px; font-size: 14px }
.parties h3 { font-size: 14px; font-weight: 400; color: var(--muted) }
.words { white-space: pre-line; font-size: 14px; max-width: 68ch }
.asked { display: grid; gap: 8px; font-size: 14px; list-style: disc; padding-left: 20px }
@media (max-width: 860px) { .pay { grid-template-columns: minmax(0, 1fr); gap: 32px } }
@media (max-width: 560px) { .amount { font-size: 34px } }
@media print { .mode, .pay-side { display: none } .pay { display: block } .paper { border: 0; padding: 0; box-shadow: none } }`
