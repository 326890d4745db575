import { ROOT } from '../state/database'
import { KIND_NAMES, type NamedKind } from '../state/kinds'
import type { UnitOfWork } from '../state/unit-of-work'
import type { Admin, ObjectPage } from './admin'

const PAGE = 50

/** Returns the kinds an account has something of, by name. Accounts are held elsewhere, under their platform. */
export function kindsIn(unit: UnitOfWork): ReturnType<Admin['kinds']> {
  return namedKinds()
    .map((kind) => ({
      kind,
      count: kind === 'account' ? accountsOf(unit).length : unit.collections[kind].size,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.kind.localeCompare(b.kind))
}

/** Returns a page of one kind, newest first. An `after` that is gone begins anew. */
export function objectsIn(unit: UnitOfWork, kind: string, after: string | undefined): ObjectPage | undefined {
  const known = namedKinds().find((each) => each === kind)
  if (!known) return undefined
  const seq = after === undefined ? undefined : unit.collections[known].seqOf(after)
  const bodies = known === 'account' ? accountsOf(unit) : unit.collections[known].newestFirst(seq)
  const rows = take(bodies, PAGE + 1).map(toRow)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { rows: shown, ...(rows.length > PAGE && last && { next: last.id }) }
}

export function namedKinds(): NamedKind[] {
  return Object.keys(KIND_NAMES).filter((kind): kind is NamedKind => kind in KIND_NAMES)
}

function accountsOf(unit: UnitOfWork): { id: string }[] {
  const accounts = unit.change.collections(ROOT).account
  const own = accounts.get(unit.account)
  return [...accounts.inGroup(unit.account), ...(own ? [own] : [])].map(({ object }) => object)
}

function take<T>(items: Iterable<T>, count: number): T[] {
  const taken: T[] = []
  for (const item of items) {
    if (taken.length === count) break
    taken.push(item)
  }
  return taken
}

/** What tells one object of a kind from another, the best first. */
const TELLING = ['number', 'name', 'display_name', 'email', 'code', 'description', 'url', 'type', 'status']

function toRow(body: { id: string }): ObjectPage['rows'][number] {
  const fields = new Map<string, unknown>(Object.entries(body))
  const words = TELLING.map((field) => fields.get(field)).find((value) => typeof value === 'string')
  const created = fields.get('created') ?? fields.get('date')
  return {
    id: body.id,
    created: typeof created === 'number' ? created : null,
    words: typeof words === 'string' ? words : '',
  }
}
