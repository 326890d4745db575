import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** The layers from the bottom up. Each may import those before it, types included; CONTRIBUTING.md says what each is for. */
const LAYERS = [
  'unconfirmed.ts',
  'wire',
  'money',
  'faults',
  'state',
  'transport',
  'events',
  'resources',
  'automation',
  'api',
  'admin',
  'web',
  'emulator.ts',
  'serve.ts',
]

const SRC = fileURLToPath(new URL('.', import.meta.url))
const IMPORT = /\b(?:from|import)\s*\(?\s*'([^']+)'/g
const isOfTests = (file: string) => /\.test\.ts$|(^|\/)(testing|conformance)\//.test(file)

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !isOfTests(file),
)
const imports = new Map(files.map((file) => [file, importsOf(file)]))

/** The files of this package that a file imports, as paths below `src`; a path with `..` leads out of it. */
function importsOf(file: string): string[] {
  const found = [...readFileSync(join(SRC, file), 'utf8').matchAll(IMPORT)].map(([, from = '']) => from)
  return found
    .filter((from) => from.startsWith('.'))
    .map((from) => `${normalize(join(dirname(file), from))}.ts`)
}

function layerOf(file: string): number {
  return LAYERS.indexOf(file.split('/')[0] ?? '')
}

/** Follows the imports of a file, and returns the way back to it when there is one. */
function circleFrom(file: string, way: string[] = [], seen = new Set<string>()): string[] | undefined {
  for (const target of imports.get(way.at(-1) ?? file) ?? []) {
    if (target === file) return [file, ...way, file]
    if (seen.has(target)) continue
    seen.add(target)
    const circle = circleFrom(file, [...way, target], seen)
    if (circle) return circle
  }
  return undefined
}

test('every file belongs to a layer', () => {
  expect(files.filter((file) => layerOf(file) === -1)).toEqual([])
})

test('no file imports a layer above its own, not even a type', () => {
  const upward = [...imports].flatMap(([file, targets]) =>
    targets.filter((target) => layerOf(target) > layerOf(file)).map((target) => `${file} imports ${target}`),
  )
  expect(upward).toEqual([])
})

test('no file imports anything outside the package, or a file of tests', () => {
  const outside = [...imports].flatMap(([file, targets]) =>
    targets.filter((target) => !imports.has(target)).map((target) => `${file} imports ${target}`),
  )
  expect(outside).toEqual([])
})

test('no files import each other in a circle, not even types', () => {
  expect(files.map((file) => circleFrom(file)).filter((circle) => circle !== undefined)).toEqual([])
})
