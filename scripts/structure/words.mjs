import { lineAt } from './source.mjs'
import { isTest, MONEY_FILES, matches } from './zones.mjs'

const isMoneyFile = matches(MONEY_FILES)
const isClock = matches(['lib/clock.ts'])
const isOurCode = (path) => !isTest(path) && !isMoneyFile(path)

// Written in halves, or this file would report itself.
const LATER = new RegExp(
  `\\b(TO${'DO'}|FIX${'ME'}|XX${'X'})\\b|\\bnot (yet )?imple${'mented'}\\b|\\bcoming${' soon'}\\b`,
  'g',
)
const SUPPRESSION = /(biome|eslint)-(ignore|disable)|@ts-(ignore|expect-error|nocheck)/g

const RULES = [
  {
    rule: 'money',
    pattern: /[*/]=?\s*1_?00\b(?![._\d])|\b100\s*\*/g,
    where: isOurCode,
    message: 'money arithmetic belongs in lib/money/ or lib/documents/totals/',
  },
  {
    rule: 'money',
    pattern: /\.toFixed\(/g,
    where: isOurCode,
    message: 'rounding belongs in lib/money/ or lib/documents/totals/',
  },
  {
    rule: 'clock',
    pattern: /\bnew Date\(\s*\)|\bDate\.now\(/g,
    where: (path) => !isTest(path) && !isClock(path) && /^(app|components|lib)\//.test(path),
    message: 'lib/clock.ts says what time it is: clock.now() of the domain, clock.wall() of this machine',
  },
  {
    rule: 'guard',
    pattern: /\b_\w*\s*(?::[^()]*)?\)\s*:\s*\w+\s+is\b|\(_\w*[^()]*\)\s*:\s*\w+\s+is\b/g,
    message: 'a guard that leaves a parameter unread states what it does not check',
  },
  {
    rule: 'mock',
    pattern: /\bvi\.(mock|doMock|hoisted)\(/g,
    message: 'our own modules are not mocked: use the real database and the emulator',
  },
]

/** Problems in the words of a file: arithmetic, suppressions, things left for later. */
export function checkWords(file) {
  if (file.path.endsWith('.mjs') && isTest(file.path)) return []
  const found = [
    ...RULES.filter(({ where }) => !where || where(file.path)).flatMap(({ rule, pattern, message }) =>
      find(file, file.code, pattern, rule, message),
    ),
    ...file.comments.flatMap((comment) =>
      find(file, comment.text, SUPPRESSION, 'suppression', 'mend the cause instead', comment.index),
    ),
    ...find(file, file.source, LATER, 'later', 'do it now, or open an issue'),
    ...checkEffects(file),
  ]
  return found.map((problem) => ({ path: file.path, ...problem }))
}

/** An effect says why it is one, on the line above. */
function checkEffects(file) {
  const commented = new Set(file.comments.map(({ index, text }) => lineAt(file.source, index + text.length)))
  return find(
    file,
    file.code,
    /\buseEffect\(/g,
    'effect',
    'an effect needs a comment above it that says why',
  ).filter(({ line }) => !commented.has(line - 1))
}

function find(file, text, pattern, rule, message, offset = 0) {
  return [...text.matchAll(pattern)].map((match) => ({
    rule,
    line: lineAt(file.source, match.index + offset),
    message: `"${match[0].trim()}": ${message}`,
  }))
}
