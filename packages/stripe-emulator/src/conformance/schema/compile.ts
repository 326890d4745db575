import { fileURLToPath } from 'node:url'
import { API, type Project } from 'typescript/unstable/sync'
import { readRequests } from './requests'
import type { Schemas } from './schema'
import { exportsOf, typeFiles } from './type-files'
import { TypeReader } from './type-reader'

const CONFIG = fileURLToPath(new URL('./sdk.tsconfig.json', import.meta.url))

/**
 * Reads the SDK's types into schemas: every exported interface with an `object` of its own, and the parameters of every
 * request.
 */
export async function compileSchemas(): Promise<Schemas> {
  const api = new API({ cwd: fileURLToPath(new URL('.', import.meta.url)) })
  try {
    const [project] = api.updateSnapshot({ openProjects: [CONFIG] }).getProjects()
    if (!project) throw new Error(`no project at ${CONFIG}`)
    return await readProject(project)
  } finally {
    api.close()
  }
}

async function readProject(project: Project): Promise<Schemas> {
  const reader = new TypeReader(project.checker)
  const objects: Schemas['objects'] = {}
  const events: Schemas['events'] = {}
  for (const symbol of objectTypes(project)) {
    const type = project.checker.getDeclaredTypeOfSymbol(symbol)
    if (!type.isObjectType()) continue
    const object = reader.literalOf(type, 'object')
    if (object === undefined) continue
    const event = object === 'event' ? reader.literalOf(type, 'type') : undefined
    if (event !== undefined) events[event] = reader.define(type)
    else objects[object] = [...new Set([...(objects[object] ?? []), reader.define(type)])]
  }
  const requests = await readRequests(project, reader)
  return { definitions: reader.definitions, objects, events, requests }
}

function objectTypes(project: Project) {
  return typeFiles()
    .flatMap((file) => exportsOf(project, file))
    .filter(({ name }) => !/(Params|Resource)$/.test(name))
}
