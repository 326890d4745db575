import { expansionOf, loadExpanded } from '../resources/answer/expandable'
import type { UnitOfWork } from '../state/unit-of-work'
import type { Answer } from '../transport/operation'
import { type Hash, isHash } from '../wire/hash'
import { refuse } from '../wire/refusal'

/** How deep `expand` may go; the word `data` of a list counts like any other. */
const MAX_LEVELS = 4

/** Where a walk stands: the object whose fields the path names, and the path from it down to here. */
interface Position {
  owner: Hash
  below: string
  path: string
}

/** Replaces the ids that the request asked to see in full. */
export function expandAnswer(unit: UnitOfWork, { body, expand }: Answer): unknown {
  return expand.reduce((value, path) => {
    refuseTooDeep(path)
    return walk(unit, value, path.split('.'), { owner: {}, below: '', path })
  }, body)
}

function walk(unit: UnitOfWork, value: unknown, keys: string[], position: Position): unknown {
  const [key, ...rest] = keys
  if (key === undefined || value === null || value === undefined) return value
  if (Array.isArray(value)) return value.map((each) => walk(unit, each, keys, position))
  if (!isHash(value)) throw notExpandable(position.path)
  if (value.object === 'list') return { ...value, data: walkList(unit, value, keys, position) }
  const here = typeof value.object === 'string' ? { ...position, owner: value, below: '' } : position
  const below = here.below === '' ? key : `${here.below}.${key}`
  return { ...value, [key]: step(unit, value[key], rest, { ...here, below }) }
}

function step(unit: UnitOfWork, field: unknown, rest: string[], position: Position): unknown {
  const { owner, below, path } = position
  const rule = expansionOf(String(owner.object), below)
  if (typeof rule === 'function') return walk(unit, rule(unit, { id: String(owner.id) }), rest, position)
  if (rule !== undefined) {
    const load = (id: unknown) => (typeof id === 'string' ? loadExpanded(unit, rule, id) : id)
    return walk(unit, Array.isArray(field) ? field.map(load) : load(field), rest, position)
  }
  const isNested = Array.isArray(field) || isHash(field)
  if (!isNested || (rest.length === 0 && !isList(field))) throw notExpandable(path)
  return walk(unit, field, rest, position)
}

function walkList(unit: UnitOfWork, list: Hash, [first, ...rest]: string[], position: Position): unknown {
  if (first === 'data') return walk(unit, list.data, rest, position)
  throw refuse(
    `This property cannot be expanded (${first}). You may want to try expanding 'data.${first}' instead.`,
  )
}

function isList(value: unknown): boolean {
  return isHash(value) && value.object === 'list'
}

function notExpandable(path: string) {
  return refuse(`This property cannot be expanded (${path}).`)
}

function refuseTooDeep(path: string) {
  const levels = path.split('.').length
  if (levels <= MAX_LEVELS) return
  throw refuse(`You cannot expand more than ${MAX_LEVELS} levels of a property. Property: ${path}`, {
    code: 'property_expansion_max_depth',
  })
}
