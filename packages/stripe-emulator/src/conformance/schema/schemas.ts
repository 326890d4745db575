import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, SDK, TYPESCRIPT } from './installed'
import type { Schemas } from './schema'

const GENERATOR = [
  'compile.ts',
  'fractions.ts',
  'requests.ts',
  'schema.ts',
  'sdk.tsconfig.json',
  'type-files.ts',
  'type-reader.ts',
]

/** Reads the SDK's types as schemas. Compiled once for a version of the SDK, then read from a file. */
export async function loadSchemas(): Promise<Schemas> {
  const path = `${CACHE}stripe-schemas-${cacheKey()}.json`
  return readSchemas(path) ?? writeSchemas(path, await compiled())
}

/** The compiler is loaded only when it is needed: it takes longer to load than everything else here. */
async function compiled(): Promise<Schemas> {
  const { compileSchemas } = await import('./compile')
  return compileSchemas()
}

function readSchemas(path: string): Schemas | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Written beside and moved into place, so that no other process reads half a file. */
function writeSchemas(path: string, schemas: Schemas): Schemas {
  mkdirSync(CACHE, { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(schemas))
  renameSync(draft, path)
  return schemas
}

function cacheKey(): string {
  const hash = createHash('sha256')
  for (const folder of [SDK, TYPESCRIPT]) hash.update(readFileSync(join(folder, 'package.json')))
  for (const file of GENERATOR) hash.update(readFileSync(new URL(file, import.meta.url)))
  return hash.digest('hex').slice(0, 16)
}
