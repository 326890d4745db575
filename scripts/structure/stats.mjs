import { isTest } from './zones.mjs'

const CAST =
  /(?<!\*)\s\bas\s+(?!const\b)(?=[A-Z{(]|unknown|string|number|boolean|never|keyof|typeof|readonly)/g

/** The house in numbers, against its budgets. */
export function stats(files) {
  const sources = files.filter((file) => !isTest(file.path) && !/^(e2e|bench|scripts)\//.test(file.path))
  const tests = files.filter((file) => isTest(file.path) || file.path.startsWith('e2e/'))
  const lengths = sources.map((file) => file.lines).sort((a, b) => a - b)
  const lines = sum(sources.map((file) => file.lines))
  const casts = sum(sources.map(countCasts))
  return [
    row('files', sources.length, ''),
    row('lines', lines, ''),
    row('lines of a file, median', quantile(lengths, 0.5), '≤ 50'),
    row('lines of a file, p90', quantile(lengths, 0.9), '≤ 120'),
    row('comment lines', `${percent(sum(sources.map(countCommentLines)), lines)} %`, '2-4 %'),
    row('test lines for 100 of code', percent(sum(tests.map((file) => file.lines)), lines), '≥ 50'),
    row('casts in 1000 lines', ((casts * 1000) / (lines || 1)).toFixed(1), '< 1'),
    ...longest(sources),
  ].join('\n')
}

function row(name, value, budget) {
  return `${name.padEnd(28)}${String(value).padStart(8)}   ${budget}`.trimEnd()
}

function longest(files) {
  const top = [...files].sort((a, b) => b.lines - a.lines).slice(0, 5)
  return ['longest', ...top.map((file) => `  ${String(file.lines).padStart(4)} ${file.path}`)]
}

function countCasts(file) {
  const withoutImports = file.code.replace(/\b(import|export)\s+(type\s+)?\{[^}]*\}/g, '')
  return withoutImports.match(CAST)?.length ?? 0
}

function countCommentLines(file) {
  return sum(file.comments.map((comment) => comment.text.split('\n').length))
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)
const percent = (part, whole) => ((part / (whole || 1)) * 100).toFixed(1)
const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
