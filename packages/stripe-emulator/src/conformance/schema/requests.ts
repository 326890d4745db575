import { pathToFileURL } from 'node:url'
import { type Project, SignatureKind, SymbolFlags, type Type } from 'typescript/unstable/sync'
import { SDK_TYPES } from './installed'
import type { Schema } from './schema'
import { exportsOf, typeFiles } from './type-files'
import type { TypeReader } from './type-reader'

/**
 * Reads the parameters of every request the SDK can make, by method and path. The type comes from the declaration of
 * the SDK's method; the path from calling the method with `*` for every id, and noting what it would send.
 */
export async function readRequests(project: Project, reader: TypeReader): Promise<Record<string, Schema>> {
  const requests: Record<string, Schema> = {}
  for (const file of typeFiles()) {
    for (const symbol of exportsOf(project, file)) {
      if (!(symbol.flags & SymbolFlags.Class)) continue
      const made = await requestsOf(file, symbol.name)
      for (const [method, request] of made) {
        const type = paramsOf(project, project.checker.getDeclaredTypeOfSymbol(symbol), method)
        requests[request] ??= type ? reader.read(type, 'params') : { is: 'hash', fields: {} }
      }
    }
  }
  return requests
}

/** Returns what each method of a class of the SDK sends, such as `POST /v1/customers/*`. */
async function requestsOf(file: string, name: string): Promise<[method: string, request: string][]> {
  const module: unknown = await import(pathToFileURL(`${SDK_TYPES}resources/${file}.js`).href)
  const resource = typeof module === 'object' && module !== null ? Reflect.get(module, name) : undefined
  if (typeof resource !== 'function') return []
  const { prototype } = resource
  return Object.getOwnPropertyNames(prototype).flatMap((method): [string, string][] => {
    const sent: [string, string][] = []
    const receiver = {
      _makeRequest: (verb: string, path: string) => sent.push([method, `${verb} ${path}`]),
    }
    if (method !== 'constructor') Reflect.apply(prototype[method], receiver, ['*', '*', '*'])
    return sent
  })
}

function paramsOf({ checker }: Project, resource: Type, method: string): Type | undefined {
  const symbol = checker.getPropertyOfType(resource, method)
  const type = symbol && checker.getTypeOfSymbol(symbol)
  const signatures = type ? checker.getSignaturesOfType(type, SignatureKind.Call) : []
  const params = signatures.flatMap((each) => each.getParameters()).find(({ name }) => name === 'params')
  return params && checker.getTypeOfSymbol(params)
}
