export const TOKENS = `
@font-face { font-family: Geist; src: url('font.woff2') format('woff2'); font-weight: 100 900; font-display: swap }
:root {
  color-scheme: light dark;
  --desk: #f5f3ef; --paper: #fffefc; --ink: #1d1b18; --muted: #67625a; --hairline: #e3dfd7; --edge: #8d877c; --wash: #efece5;
  --accent: #0f5e5a; --accent-deep: #0a4542; --on-accent: #fff; --focus: #0f5e5a;
  --good: #1c6a3f; --good-wash: #e8f3ec; --bad: #a8261d; --bad-wash: #fbeeec; --note-ink: #6b4700; --note-wash: #fbf1da;
  --open: #1f5493; --open-wash: #e9f0f8; --busy: #5f3f9c; --busy-wash: #f0ebf9;
  --shade: 0 1px 2px rgb(40 30 10 / .05), 0 12px 32px -16px rgb(40 30 10 / .18);
}
@media (prefers-color-scheme: dark) {
  :root {
    --desk: #141311; --paper: #1c1b18; --ink: #edeae3; --muted: #a7a197; --hairline: #322f2a; --edge: #7f796e; --wash: #282621;
    --accent: #6fd0c8; --accent-deep: #94e0d9; --on-accent: #06302d; --focus: #6fd0c8;
    --good: #86d6a6; --good-wash: #17291f; --bad: #ffa79d; --bad-wash: #351c19; --note-ink: #f0cf8b; --note-wash: #2f2713;
    --open: #9cc4f2; --open-wash: #182638; --busy: #c9b3f5; --busy-wash: #271f3a;
    --shade: none;
  }
}`
