import type { Kinds, Labels, NamedKind } from '../state/kinds'
import type { UnitOfWork } from '../state/unit-of-work'
import { refuse } from '../wire/refusal'
import { isHash } from './params/form'
import { integer, text } from './params/leaves'
import { hash, type Param } from './params/params'

export interface Paging {
  limit: number | undefined
  starting_after: string | undefined
  ending_before: string | undefined
}

export interface Page<T> {
  object: 'list'
  data: T[]
  has_more: boolean
  url: string
}

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 100

export const paging = {
  limit: integer({ min: 1, max: MAX_LIMIT }),
  starting_after: text(),
  ending_before: text(),
}

type Bounds = { gt?: number; gte?: number; lt?: number; lte?: number }

const bounds = hash({ gt: integer(), gte: integer(), lt: integer(), lte: integer() })

/** `created=5` or `created[gte]=5&created[lt]=9`; reads as a test of a time. */
export const range: Param<((time: number | null) => boolean) | undefined> = {
  read: (value, at) => {
    if (value === undefined) return undefined
    if (isHash(value)) return within(bounds.read(value, at) ?? {})
    const exact = integer().read(value, at)
    return (time) => time === exact
  },
}

/** Returns one page of a kind, newest first, of those that are wanted; looking at one group only is faster. */
export function pageOf<K extends NamedKind>(
  unit: UnitOfWork,
  kind: K,
  url: string,
  params: Paging,
  wanted: (label: Labels[K]) => boolean = () => true,
  group?: string,
): Page<Kinds[K]> {
  const { limit = DEFAULT_LIMIT, starting_after, ending_before } = params
  const collection = unit.collections[kind]
  if (starting_after !== undefined) unit.need(kind, starting_after, 'starting_after')
  if (ending_before !== undefined) unit.need(kind, ending_before, 'ending_before')
  requireOneCursor(params)
  if (ending_before !== undefined) {
    const { data, has_more } = take(
      collection.oldestFirst(collection.seqOf(ending_before), { wanted, group }),
      limit,
    )
    return { object: 'list', data: data.reverse(), has_more, url }
  }
  const from = starting_after === undefined ? undefined : collection.seqOf(starting_after)
  return { object: 'list', ...take(collection.newestFirst(from, { wanted, group }), limit), url }
}

/** Returns one page of a short list, in the order given. */
export function pageOfList<T extends { id: string }>(
  items: T[],
  url: string,
  params: Paging,
  refuseCursor: (id: string, param: string) => never,
): Page<T> {
  const { limit = DEFAULT_LIMIT } = params
  const indexOf = (param: 'starting_after' | 'ending_before') => {
    const id = params[param]
    const index = items.findIndex((item) => item.id === id)
    return id !== undefined && index === -1 ? refuseCursor(id, param) : index
  }
  const start = indexOf('starting_after') + 1
  const before = indexOf('ending_before')
  requireOneCursor(params)
  if (before !== -1) {
    const first = Math.max(0, before - limit)
    return { object: 'list', data: items.slice(first, before), has_more: first > 0, url }
  }
  const end = start + limit
  return { object: 'list', data: items.slice(start, end), has_more: items.length > end, url }
}

function take<T>(items: Iterable<T>, limit: number) {
  const data: T[] = []
  for (const item of items) {
    if (data.length === limit) return { data, has_more: true }
    data.push(item)
  }
  return { data, has_more: false }
}

/** Cursors that are nothing are told first. */
function requireOneCursor({ starting_after, ending_before }: Paging) {
  if (starting_after === undefined || ending_before === undefined) return
  throw refuse('Received both starting_after and ending_before parameters. Please pass in only one.')
}

function within({ gt, gte, lt, lte }: Partial<Record<keyof Bounds, number | undefined>>) {
  return (time: number | null) =>
    time !== null &&
    (gt === undefined || time > gt) &&
    (gte === undefined || time >= gte) &&
    (lt === undefined || time < lt) &&
    (lte === undefined || time <= lte)
}
