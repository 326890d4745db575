import { isTest, matches, PACKAGES, ZONES } from './zones.mjs'

const zones = ZONES.map((zone) => ({ ...zone, has: matches(zone.files) }))
const packages = PACKAGES.map((row) => ({
  ...row,
  allows: matches(row.files),
  allowsTypes: matches(row.types),
}))

const OUTSIDE = 'this folder is not part of the house: see scripts/structure/zones.mjs'

/** Problems with what one file imports: zones and packages. */
export function checkImports(file) {
  const zone = zones.find((candidate) => candidate.has(file.path))
  if (!zone) return [{ path: file.path, line: 1, rule: 'zone', message: OUTSIDE }]
  return file.imports.flatMap((each) => {
    const messages = each.target === null ? checkPackage(file, each) : checkZone(file, each, zone)
    return messages.map(([rule, message]) => ({ path: file.path, line: each.line, rule, message }))
  })
}

function checkZone(file, each, zone) {
  const allowed = [
    ...zone.may,
    ...(isTest(file.path) ? (zone.tests ?? []) : []),
    ...(each.typeOnly ? (zone.types ?? []) : []),
    ...(isServerOnly(file) ? (zone.server ?? []) : []),
  ]
  if (within(allowed)(each.target) && !within(zone.not ?? [])(each.target)) return []
  const types = zone.types ? ` (types of ${zone.types.join(', ')} with "import type")` : ''
  const except = zone.not ? ` except ${zone.not.join(', ')}` : ''
  return [
    [
      'zone',
      `imports "${each.from}", but ${zone.files[0]} may import only ${zone.may.join(', ')}${except}${types}`,
    ],
  ]
}

function within(names) {
  return matches(names.flatMap((name) => (name.includes('*') ? [name] : [name, `${name}/**`])))
}

/** Such a file never reaches a browser: the bundler refuses it there. */
function isServerOnly(file) {
  return file.imports[0]?.from === 'server-only'
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
  if (isAllowed) return []
  const hint = row.allowsTypes(file.path) ? 'use "import type" here' : `only ${row.files[0]} and its like may`
  return [['package', `imports "${each.from}" at run time: ${hint}`]]
}
