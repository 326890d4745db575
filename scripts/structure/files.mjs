import { lineAt } from './source.mjs'
import { ACTION_LINES, DATABASE_DRIVERS, DRAWERS, isServerFile, isTest, LENGTHS, matches } from './zones.mjs'

const lengths = LENGTHS.map((row) => ({ ...row, has: matches(row.files) }))
const HOLDS_ACTIONS = /^lib\/.+\/actions(-[\w-]+)?\.ts$/

/** Problems of one file as a whole: its name, its length, its head. */
export function checkFile(file) {
  return [...checkName(file), ...checkLength(file), ...checkServerOnly(file), ...checkActions(file)].map(
    (problem) => ({
      path: file.path,
      line: 1,
      ...problem,
    }),
  )
}

function checkName(file) {
  const words = file.path.split('/').map((part) => part.replace(/\..*$/, ''))
  const drawer = words.find((word) => DRAWERS.includes(word))
  return drawer
    ? [{ rule: 'name', message: `"${drawer}" says nothing: name the file after what it holds` }]
    : []
}

function checkLength(file) {
  const row = lengths.find((candidate) => candidate.has(file.path))
  if (file.lines <= row.warn) return []
  const isWarning = file.lines <= row.stop
  const limit = isWarning ? row.warn : row.stop
  return [
    {
      rule: 'length',
      warning: isWarning,
      line: file.lines,
      message: `${file.lines} lines, ${limit} allowed: split it by what it does`,
    },
  ]
}

function checkServerOnly(file) {
  const opensDatabase =
    file.path.startsWith('db/') &&
    file.imports.some((each) => !each.typeOnly && DATABASE_DRIVERS.includes(each.from))
  const isServer = isServerFile(file.path) || opensDatabase
  if (!isServer || isTest(file.path) || hasDirective(file, 'server') || hasDirective(file, 'client'))
    return []
  if (file.imports[0]?.from === 'server-only') return []
  return [{ rule: 'server-only', message: `a server file begins with import 'server-only'` }]
}

function checkActions(file) {
  if (!hasDirective(file, 'server')) return checkInlineActions(file)
  if (!HOLDS_ACTIONS.test(file.path))
    return [{ rule: 'action', message: `'use server' belongs in lib/<noun>/actions.ts` }]
  const exports = [...file.code.matchAll(/^export\s+(?!type\b|interface\b)/gm)]
  return exports.flatMap(({ index }) => checkAction(file, index))
}

function checkAction(file, index) {
  const rest = file.code.slice(index)
  const line = lineAt(file.code, index)
  if (!/^export\s+const\s+\w+(\s*:[^=]+)?\s*=\s*action\s*[(<]/.test(rest)) {
    return [
      { rule: 'action', line, message: 'a server action is exported as `export const name = action(…)`' },
    ]
  }
  const end = rest.search(/\n(?=export\b)|\n(?=\S)(?![)}\]])/)
  const length = rest
    .slice(0, end === -1 ? undefined : end)
    .trimEnd()
    .split('\n').length
  if (length <= ACTION_LINES) return []
  return [
    {
      rule: 'length',
      warning: true,
      line,
      message: `an action of ${length} lines, ${ACTION_LINES} allowed: move the work to a mutation`,
    },
  ]
}

function checkInlineActions(file) {
  return [...file.source.matchAll(/^[ \t]+(['"])use server\1/gm)]
    .filter(({ index, 0: text }) => file.code[index + text.search(/['"]/)] !== ' ')
    .map(({ index }) => ({
      rule: 'action',
      line: lineAt(file.source, index),
      message: `'use server' belongs at the head of lib/<noun>/actions.ts`,
    }))
}

function hasDirective(file, side) {
  return new RegExp(`^\\s*['"]use ${side}['"]`).test(file.source.slice(file.code.search(/\S/)))
}
