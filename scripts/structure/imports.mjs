import { isTest, matches, PACKAGES, ZONES } from './zones.mjs'

const zones = ZONES.map((zone) => ({ ...zone, has: matches(zone.files) }))
const packages = PACKAGES.map((row) => ({
  ...row,
  allows: matches(row.files),
  allowsTypes: matches(row.types),
}))

const OUTSIDE = 'this folder is not part of the house: see scripts/structure/zones.mjs'
const standsApart = matches(['packages/**', 'scripts/**'])

/** Problems with what one file imports: zones, packages, barrels and the way paths are written. */
export function checkImports(file) {
  const zone = zones.find((candidate) => candidate.has(file.path))
  if (!zone) return [{ path: file.path, line: 1, rule: 'zone', message: OUTSIDE }]
  return file.imports.flatMap((each) => {
    const messages = each.target === null ? checkPackage(file, each) : checkTarget(file, each, zone)
    return messages.map(([rule, message]) => ({ path: file.path, line: each.line, rule, message }))
  })
}

function checkTarget(file, each, zone) {
  return [...checkZone(file, each, zone), ...checkSpelling(file, each), ...checkBarrel(each)]
}

function checkZone(file, each, zone) {
  const allowed = [
    ...zone.may,
    ...(isTest(file.path) ? (zone.tests ?? []) : []),
    ...(each.typeOnly ? (zone.types ?? []) : []),
    ...(isServerOnly(file) ? (zone.server ?? []) : []),
  ]
  const isAllowed = matches(allowed.flatMap((name) => (name.includes('*') ? [name] : [name, `${name}/**`])))
  if (isAllowed(each.target)) return []
  const types = zone.types ? ` (types of ${zone.types.join(', ')} with "import type")` : ''
  return [
    ['zone', `imports "${each.from}", but ${zone.files[0]} may import only ${zone.may.join(', ')}${types}`],
  ]
}

/** Such a file never reaches a browser: the bundler refuses it there. */
function isServerOnly(file) {
  return file.imports[0]?.from === 'server-only'
}

function checkSpelling(file, each) {
  const isApart = standsApart(file.path)
  if (isApart && each.from.startsWith('@/'))
    return [['path', `"${each.from}": this folder stands apart, import by relative path`]]
  if (!isApart && each.from.startsWith('../'))
    return [['path', `"${each.from}": across folders write "@/${each.target.replace(/\.tsx?$/, '')}"`]]
  if (/\.tsx?$/.test(each.from)) return [['path', `"${each.from}": leave the extension out`]]
  return []
}

function checkBarrel(each) {
  if (each.kind !== 'export') return []
  return [['barrel', `re-exports "${each.from}": import it where it lives`]]
}

function checkPackage(file, each) {
  const row = packages.find(({ packages: names }) =>
    names.some((name) => each.from === name || each.from.startsWith(`${name}/`)),
  )
  const isAllowed =
    !row ||
    row.allows(file.path) ||
    (each.typeOnly && row.allowsTypes(file.path)) ||
    (row.serverOnly && isServerOnly(file))
  if (isAllowed) return checkBarrel(each)
  const hint = row.allowsTypes(file.path) ? 'use "import type" here' : `only ${row.files[0]} and its like may`
  return [['package', `imports "${each.from}" at run time: ${hint}`]]
}
