import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'

const SKIPPED = new Set(['node_modules', 'test-results', 'playwright-report', 'next-env.d.ts'])
const GENERATED = ['db/migrations']
const DECLARATIONS = /\.d\.m?ts$/
const CODE_FILE = /\.(ts|tsx|mts|mjs)$/

const TOKEN = new RegExp(
  [
    /\/\/[^\n]*/, // line comment
    /\/\*[\s\S]*?\*\//, // block comment
    /'(?:\\.|[^'\\\n])*'/,
    /"(?:\\.|[^"\\\n])*"/,
    /`(?:\\.|[^`\\])*`/,
    /(?<=(?:[=(,:;!&|?[{]|=>|return)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/, // regular expression
  ]
    .map((part) => part.source)
    .join('|'),
  'g',
)

const IMPORTS = [
  { kind: 'import', pattern: /\bimport\s+(type\s+)?([\w$*\s{},]+?)\s*from\s*['"]/g },
  { kind: 'import', pattern: /\bimport\s*()()['"]/g },
  { kind: 'dynamic', pattern: /(?<!typeof\s)\bimport\(\s*()()['"]/g },
  { kind: 'export', pattern: /\bexport\s+(type\s+)?(\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*['"]/g },
]

/** Every code file under `root`, read and taken apart. */
export function readSources(root) {
  const paths = pathsIn(root, CODE_FILE)
  const known = new Set(paths)
  return paths.map((path) => {
    const source = readFileSync(join(root, path), 'utf8')
    const { code, comments } = mask(source)
    const imports = importsOf(source, code).map((each) => ({
      ...each,
      typeOnly: each.typeOnly || DECLARATIONS.test(path),
      target: resolve(path, each.from, known),
    }))
    return {
      path,
      source,
      code,
      comments,
      imports,
      lines: source.split('\n').length - (source.endsWith('\n') ? 1 : 0),
    }
  })
}

export function lineAt(source, index) {
  return source.slice(0, index).split('\n').length
}

/** The project's files whose names match, relative to `root`; what is installed, generated or hidden is left out. */
export function pathsIn(root, pattern, folder = root) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = relative(root, join(folder, entry.name)).split(sep).join('/')
    if (entry.name.startsWith('.') || SKIPPED.has(entry.name) || GENERATED.includes(path)) return []
    if (entry.isDirectory()) return pathsIn(root, pattern, join(folder, entry.name))
    return pattern.test(entry.name) ? [path] : []
  })
}

/** The same text with comments and the insides of strings blanked, so that a rule sees code and nothing else. */
export function mask(source) {
  const comments = []
  const code = source.replace(TOKEN, (token, index) => {
    if (token.startsWith('//') || token.startsWith('/*')) {
      comments.push({ index, text: token })
      return blank(token)
    }
    if (token.startsWith('`')) return maskTemplate(token)
    return token[0] + blank(token.slice(1, -1)) + token.at(-1)
  })
  return { code, comments }
}

/** `${…}` in a template is code and stays. */
function maskTemplate(token) {
  const parts = token.slice(1, -1).split(/(\$\{[^{}]*\})/)
  return `\`${parts.map((part, i) => (i % 2 ? part : blank(part))).join('')}\``
}

function blank(text) {
  return text.replace(/[^\n]/g, ' ')
}

function importsOf(source, code) {
  return IMPORTS.flatMap(({ kind, pattern }) =>
    [...code.matchAll(pattern)].map((match) => {
      const end = match.index + match[0].length
      const from = source.slice(end, source.indexOf(source[end - 1], end))
      return {
        kind,
        from,
        names: match[2].match(/[\w$]+/g) ?? [],
        typeOnly: Boolean(match[1]) || isTypeList(match[2]),
        index: match.index,
        line: lineAt(source, match.index),
      }
    }),
  ).sort((a, b) => a.index - b.index)
}

/** `{ type A, type B }` imports types alone. */
function isTypeList(clause) {
  const names = clause
    .match(/^\{(.*)\}$/s)?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return Boolean(names?.length) && names.every((name) => name.startsWith('type '))
}

/** The path inside the project, or null for a package. */
function resolve(path, from, known) {
  if (!from.startsWith('.') && !from.startsWith('@/')) return null
  const bare = from.startsWith('@/') ? from.slice(2) : posix.join(dirname(path).split(sep).join('/'), from)
  const candidates = [bare, `${bare}.ts`, `${bare}.tsx`, `${bare}.mts`, `${bare}.mjs`, `${bare}/index.ts`]
  return candidates.find((candidate) => known.has(candidate)) ?? bare
}
