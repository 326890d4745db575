import { lineAt } from './source.mjs'
import {
  ACTION_LINES,
  ACTION_MAKERS,
  DATABASE_DRIVERS,
  DRAWERS,
  isServerFile,
  isTest,
  LENGTHS,
  matches,
} from './zones.mjs'

const lengths = LENGTHS.map((row) => ({ ...row, has: matches(row.files) }))
const MISPLACED = `'use server' belongs at the head of lib/<noun>/actions.ts`
const NOT_MADE =
  'a server action is `export const name = maker(…)`, with a maker from lib/http/action.ts or lib/http/*-action.ts'
const makesActions = matches(ACTION_MAKERS)
const HOLDS_ACTIONS = /^lib\/.+\/actions(-[\w-]+)?\.ts$/

/** Problems of one file as a whole: its name, its length, its head. */
export function checkFile(file) {
  const found = [...checkName(file), ...checkLength(file), ...checkServerOnly(file), ...checkActions(file)]
  return found.map((each) => ({ path: file.path, line: 1, ...each }))
}

function checkName(file) {
  const words = file.path.split('/').map((part) => part.replace(/\..*$/, ''))
  const drawer = words.find((word) => DRAWERS.includes(word))
  if (!drawer) return []
  return [{ rule: 'name', message: `"${drawer}" says nothing: name the file after what it holds` }]
}

function checkLength(file) {
  const row = lengths.find((candidate) => candidate.has(file.path))
  if (file.lines <= row.warn) return []
  const warning = file.lines <= row.stop
  const message = `${file.lines} lines, ${warning ? row.warn : row.stop} allowed: split it by what it does`
  return [{ rule: 'length', warning, line: file.lines, message }]
}

function checkServerOnly(file) {
  if (!isServerFile(file.path) && !opensDatabase(file)) return []
  if (isTest(file.path) || hasDirective(file, 'server') || hasDirective(file, 'client')) return []
  if (file.imports[0]?.from === 'server-only') return []
  return [{ rule: 'server-only', message: `a server file begins with import 'server-only'` }]
}

function opensDatabase(file) {
  const isDriver = (each) => !each.typeOnly && DATABASE_DRIVERS.includes(each.from)
  return file.path.startsWith('db/') && file.imports.some(isDriver)
}

function checkActions(file) {
  if (!hasDirective(file, 'server')) return checkInlineActions(file)
  if (!HOLDS_ACTIONS.test(file.path)) return [{ rule: 'action', message: MISPLACED }]
  const exports = [...file.code.matchAll(/^export\s+(?!type\b|interface\b)/gm)]
  const makers = file.imports.filter((each) => makesActions(each.target ?? '')).flatMap((each) => each.names)
  return exports.flatMap(({ index }) => checkAction(file.code, index, makers))
}

function checkAction(code, index, makers) {
  const line = lineAt(code, index)
  const text = code.slice(index)
  const maker = text.match(/^export\s+const\s+\w+(?:\s*:[^=]+)?\s*=\s*(\w+)\s*[(<]/)?.[1]
  if (!makers.includes(maker)) return [{ rule: 'action', line, message: NOT_MADE }]
  const end = text.search(/\n(?=[^\s)}\]])/)
  const length = (end === -1 ? text : text.slice(0, end)).trimEnd().split('\n').length
  if (length <= ACTION_LINES) return []
  const message = `an action of ${length} lines, ${ACTION_LINES} allowed: move the work to a mutation`
  return [{ rule: 'length', warning: true, line, message }]
}

/** The directive as code: in `code` the quotes of a directive stay, those of text inside a string do not. */
function checkInlineActions(file) {
  return [...file.source.matchAll(/^[ \t]+(?=(['"])use server\1)/gm)]
    .filter(({ index, 0: indent }) => file.code[index + indent.length] !== ' ')
    .map(({ index }) => ({ rule: 'action', line: lineAt(file.source, index), message: MISPLACED }))
}

function hasDirective(file, side) {
  return new RegExp(`^\\s*['"]use ${side}['"]`).test(file.source.slice(file.code.search(/\S/)))
}
