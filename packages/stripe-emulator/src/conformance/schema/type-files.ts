import { readdirSync } from 'node:fs'
import type { Project, Symbol as TypeSymbol } from 'typescript/unstable/sync'
import { SDK_TYPES } from './installed'

/** Returns the files that declare the resources of the SDK's API v1, in order, without their endings. */
export function typeFiles(): string[] {
  return readdirSync(`${SDK_TYPES}resources`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.d.ts') && !/^(V2|OAuth)/.test(file))
    .map((file) => file.slice(0, -'.d.ts'.length))
    .sort()
}

/** Returns what a file of the SDK exports; throws for one that the project does not read. */
export function exportsOf(project: Project, file: string): readonly TypeSymbol[] {
  const source = project.program.getSourceFile(`${SDK_TYPES}resources/${file}.d.ts`)
  if (!source) throw new Error(`The project reads no ${file}.d.ts`)
  const module = project.checker.getSymbolAtLocation(source)
  return module ? [...module.getExports().values()] : []
}
