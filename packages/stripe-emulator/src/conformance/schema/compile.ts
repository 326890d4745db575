import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { API, type Project, type Symbol as TypeSymbol } from 'typescript/unstable/sync'
import { SDK_TYPES } from './installed'
import type { Schemas } from './schema'
import { TypeReader } from './type-reader'

const CONFIG = fileURLToPath(new URL('./sdk.tsconfig.json', import.meta.url))

/** Reads the SDK's types into schemas: every exported interface with an `object` of its own. */
export function compileSchemas(): Schemas {
  const api = new API({ cwd: fileURLToPath(new URL('.', import.meta.url)) })
  try {
    const [project] = api.updateSnapshot({ openProjects: [CONFIG] }).getProjects()
    if (!project) throw new Error(`no project at ${CONFIG}`)
    return readProject(project)
  } finally {
    api.close()
  }
}

function readProject(project: Project): Schemas {
  const reader = new TypeReader(project.checker)
  const objects: Schemas['objects'] = {}
  const events: Schemas['events'] = {}
  for (const symbol of exportsOf(project)) {
    const type = project.checker.getDeclaredTypeOfSymbol(symbol)
    if (!type.isObjectType()) continue
    const object = reader.literalOf(type, 'object')
    if (object === undefined) continue
    const event = object === 'event' ? reader.literalOf(type, 'type') : undefined
    if (event !== undefined) events[event] = reader.define(type)
    else objects[object] = [...new Set([...(objects[object] ?? []), reader.define(type)])]
  }
  return { definitions: reader.definitions, objects, events }
}

function exportsOf(project: Project): TypeSymbol[] {
  const files = readdirSync(`${SDK_TYPES}resources`, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.d.ts') && !file.startsWith('V2'))
    .sort()
    .flatMap((file) => {
      const source = project.program.getSourceFile(`${SDK_TYPES}resources/${file}`)
      if (!source) throw new Error(`${CONFIG} reads no ${file}`)
      const module = project.checker.getSymbolAtLocation(source)
      return module ? [...module.getExports().values()] : []
    })
    .filter(({ name }) => !/(Params|Resource)$/.test(name))
}
