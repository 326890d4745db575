import { ColdEntry, type Entry, HotEntry, type Packing } from './entry'
import { Sequence } from './sequence'

type Groups = string | null | readonly (string | null)[]

/** Which things a list is of. When it is of one group, nothing may change groups on the way. */
export interface Choice<Label> {
  wanted?: (label: Label) => boolean
  group?: string | undefined
}

/** Makes an empty collection of bodies that are kept as they are. */
export function collectionOf<Body extends { id: string }>(
  groupsOf: (body: Body) => Groups = () => null,
  dueOf: (body: Body) => number | null = () => null,
): Collection<Body, Body> {
  return new Collection((seq, body) => new HotEntry(seq, body), groupsOf, dueOf)
}

/** Makes an empty collection of bodies that are packed, and listed by their labels. */
export function coldCollectionOf<Body extends { id: string }, Label>(
  packing: Packing<Body, Label>,
  groupsOf: (label: Label) => Groups = () => null,
): Collection<Body, Label> {
  return new Collection(
    (seq, body) => new ColdEntry(seq, packing, body),
    groupsOf,
    () => null,
  )
}

/** All things of one kind in one account: by id, in order of creation, by some fields, and by when they are due. */
export class Collection<Body extends { id: string }, Label> {
  private readonly byId = new Map<string, Entry<Body, Label>>()
  private readonly all = new Sequence<Entry<Body, Label>>()
  /** Most groups have one member, which then stands for its group. */
  private readonly groups = new Map<string, Entry<Body, Label> | Sequence<Entry<Body, Label>>>()
  private readonly dueAt = new Map<string, number>()

  constructor(
    private readonly entryOf: (seq: number, body: Body) => Entry<Body, Label>,
    /** The values of the fields that bodies are looked up by. */
    private readonly groupsOf: (label: Label) => Groups,
    /** When something happens to a body by itself, in unix seconds. */
    private readonly dueOf: (body: Body) => number | null,
  ) {}

  get size(): number {
    return this.byId.size
  }

  get(id: string): Body | undefined {
    const entry = this.byId.get(id)
    return entry?.read()
  }

  seqOf(id: string): number | undefined {
    return this.byId.get(id)?.seq
  }

  put(body: Body, seq: number) {
    const entry = this.byId.get(body.id)
    if (entry) {
      const before = this.groupNames(entry.label)
      entry.put(body)
      this.regroup(entry, before, this.groupNames(entry.label))
    } else {
      const fresh = this.entryOf(seq, body)
      this.byId.set(body.id, fresh)
      this.all.add(fresh)
      this.regroup(fresh, [], this.groupNames(fresh.label))
    }
    this.schedule(body)
  }

  remove(id: string) {
    const entry = this.byId.get(id)
    if (!entry) return
    entry.gone = true
    this.byId.delete(id)
    this.dueAt.delete(id)
    this.all.lose()
    for (const name of this.groupNames(entry.label)) {
      const group = this.groups.get(name)
      if (group instanceof Sequence) group.lose()
      if (!(group instanceof Sequence) || group.size === 0) this.groups.delete(name)
    }
  }

  /** Newest first, without copying: a page of a long collection costs a page. */
  *newestFirst(below = Number.POSITIVE_INFINITY, choice: Choice<Label> = {}): Generator<Body> {
    const { wanted, group } = choice
    const sequence = this.sequence(group)
    const { entries } = sequence
    for (let index = sequence.firstAtOrAbove(below) - 1; index >= 0; index--) {
      const entry = entries[index]
      if (entry && !entry.gone && (!wanted || wanted(entry.label))) yield entry.read()
    }
  }

  *oldestFirst(above = 0, choice: Choice<Label> = {}): Generator<Body> {
    const { wanted, group } = choice
    const sequence = this.sequence(group)
    const { entries } = sequence
    for (let index = sequence.firstAtOrAbove(above + 1); index < entries.length; index++) {
      const entry = entries[index]
      if (entry && !entry.gone && (!wanted || wanted(entry.label))) yield entry.read()
    }
  }

  /** Those with this value in a grouping field, oldest first. */
  inGroup(value: string): Body[] {
    return this.sequence(value)
      .entries.filter((entry) => !entry.gone)
      .map((entry) => entry.read())
  }

  /** All that waits for its time, with that time, in no order. */
  due(): IterableIterator<[id: string, at: number]> {
    return this.dueAt.entries()
  }

  private sequence(name: string | undefined): Sequence<Entry<Body, Label>> {
    if (name === undefined) return this.all
    const group = this.groups.get(name)
    if (group instanceof Sequence) return group
    return group ? new Sequence(group) : new Sequence()
  }

  private schedule(body: Body) {
    const at = this.dueOf(body)
    if (at === null) this.dueAt.delete(body.id)
    else this.dueAt.set(body.id, at)
  }

  private groupNames(label: Label): string[] {
    return [this.groupsOf(label)].flat().filter((name) => name !== null)
  }

  private regroup(entry: Entry<Body, Label>, before: string[], after: string[]) {
    for (const name of before.filter((each) => !after.includes(each))) {
      const group = this.groups.get(name)
      if (group instanceof Sequence) group.take(entry)
      if (!(group instanceof Sequence) || group.size === 0) this.groups.delete(name)
    }
    for (const name of after.filter((each) => !before.includes(each))) {
      const group = this.sequence(name)
      group.add(entry)
      this.groups.set(name, group.size === 1 ? entry : group)
    }
  }
}
