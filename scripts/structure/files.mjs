import { lineAt } from './source.mjs'
import {
  ACTION_MAKERS,
  DATABASE_DRIVERS,
  DRAWERS,
  isTest,
  matches,
  REACHING,
  STRIPE_DOORS,
} from './zones.mjs'

const MISPLACED = `'use server' belongs at the head of lib/<noun>/actions.ts`
const NOT_MADE = 'a server action is `export const name = maker(…)`, with a maker from lib/http/actions/'
const makesActions = matches(ACTION_MAKERS)
const mayReach = matches(REACHING)
const isStripeDoor = matches(STRIPE_DOORS)
const STORES = new Set(['drizzle-orm', 'pg', 'stripe'])
const NETWORK = /^node:(http|https|http2|tls|dgram|dns)$/
const MARK = `a server file begins with import 'server-only'`
const REACH =
  'touches the database, Stripe or the network: name it queries, mutations, sync or as zones.mjs lists, or move it to such a folder'
const HOLDS_ACTIONS = /^lib\/.+\/actions(-[\w-]+)?\.ts$/

/** Problems of one file as a whole: its name, its head, what it reaches. */
export function checkFile(file) {
  const found = [...checkName(file), ...checkReach(file), ...checkActions(file)]
  return found.map((each) => ({ path: file.path, line: 1, ...each }))
}

function checkName(file) {
  const words = file.path.split('/').map((part) => part.replace(/\..*$/, ''))
  const drawer = words.find((word) => DRAWERS.includes(word))
  if (!drawer) return []
  return [{ rule: 'name', message: `"${drawer}" says nothing: name the file after what it holds` }]
}

/**
 * A file that touches a store never reaches a browser, and in lib its name says what it is. That nothing else may import
 * db or drizzle is a matter of zones.
 */
function checkReach(file) {
  if (isTest(file.path)) return []
  const isMarked = file.imports[0]?.from === 'server-only' || hasDirective(file, 'server')
  const isNamed = !file.path.startsWith('lib/') || mayReach(file.path)
  const reaches = callsNetwork(file) || (isMarked && file.imports.some(isStore))
  return [
    ...(isMarked || !file.imports.some((each) => isDoor(file, each))
      ? []
      : [{ rule: 'server-only', message: MARK }]),
    ...(isNamed || !reaches ? [] : [{ rule: 'name', message: REACH }]),
  ]
}

function isDoor(file, { typeOnly, from, target }) {
  if (typeOnly) return false
  if (file.path.startsWith('db/')) return DATABASE_DRIVERS.includes(from)
  return file.path.startsWith('lib/') && isStripeDoor(target ?? '')
}

function isStore({ typeOnly, from, target }) {
  return (
    !typeOnly && (target?.startsWith('db/') || isStripeDoor(target ?? '') || STORES.has(from.split('/')[0]))
  )
}

function callsNetwork(file) {
  return /(?<![.\w])fetch\(/.test(file.code) || file.imports.some(({ from }) => NETWORK.test(from))
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
  return makers.includes(maker) ? [] : [{ rule: 'action', line, message: NOT_MADE }]
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
