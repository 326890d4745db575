import { type Attic, isKept, type Kept } from './attic'
import { type Entry, Sequence } from './sequence'

type Groups = string | null | readonly (string | null)[]
type Held<Body> = Body | Kept<Body>

/** How bodies are kept that are many, and seldom looked at. */
export interface Packing<Body> {
  attic: Attic
  /** The same with everything left out that no list asks for. */
  labelOf: (body: Body) => Body
}

/** Which things a list is of. When it is of one group, nothing may change groups on the way. */
export interface Choice<Body> {
  wanted?: (label: Body) => boolean
  group?: string | undefined
}

/** All things of one kind in one account: by id, in order of creation, by some fields, and by when they are due. */
export class Shelf<Body extends { id: string }> {
  private readonly byId = new Map<string, Entry<Held<Body>>>()
  private readonly all = new Sequence<Held<Body>>()
  private readonly groups = new Map<string, Sequence<Held<Body>>>()
  private readonly dueAt = new Map<string, number>()

  constructor(
    /** The values of the fields that bodies are looked up by. */
    private readonly groupsOf: (label: Body) => Groups = () => null,
    /** When something happens to a body by itself, in unix seconds. */
    private readonly dueOf: (label: Body) => number | null = () => null,
    private readonly packing?: Packing<Body>,
  ) {}

  get size(): number {
    return this.byId.size
  }

  get(id: string): Body | undefined {
    const entry = this.byId.get(id)
    return entry && bodyOf(entry)
  }

  seqOf(id: string): number | undefined {
    return this.byId.get(id)?.seq
  }

  put(body: Body, seq: number) {
    const entry = this.byId.get(body.id)
    if (entry) {
      const before = this.groupNames(labelOf(entry))
      entry.held = this.hold(body)
      this.regroup(entry, before, this.groupNames(labelOf(entry)))
    } else {
      const fresh = { seq, held: this.hold(body), gone: false }
      this.byId.set(body.id, fresh)
      this.all.add(fresh)
      this.regroup(fresh, [], this.groupNames(labelOf(fresh)))
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
    for (const name of this.groupNames(labelOf(entry))) {
      const group = this.groups.get(name)
      group?.lose()
      if (group?.isEmpty) this.groups.delete(name)
    }
  }

  /** Newest first, without copying: a page of a long shelf costs a page. */
  *newestFirst(below = Number.POSITIVE_INFINITY, choice: Choice<Body> = {}): Generator<Body> {
    const { wanted, group } = choice
    const sequence = this.sequence(group)
    const { entries } = sequence
    for (let index = sequence.firstAtOrAbove(below) - 1; index >= 0; index--) {
      const entry = entries[index]
      if (entry && !entry.gone && (!wanted || wanted(labelOf(entry)))) yield bodyOf(entry)
    }
  }

  *oldestFirst(above = 0, choice: Choice<Body> = {}): Generator<Body> {
    const { wanted, group } = choice
    const sequence = this.sequence(group)
    const { entries } = sequence
    for (let index = sequence.firstAtOrAbove(above + 1); index < entries.length; index++) {
      const entry = entries[index]
      if (entry && !entry.gone && (!wanted || wanted(labelOf(entry)))) yield bodyOf(entry)
    }
  }

  /** Those with this value in a grouping field, oldest first. */
  inGroup(value: string): Body[] {
    return this.sequence(value)
      .entries.filter((entry) => !entry.gone)
      .map(bodyOf)
  }

  /** All that waits for its time, with that time, in no order. */
  due(): IterableIterator<[id: string, at: number]> {
    return this.dueAt.entries()
  }

  private hold(body: Body): Held<Body> {
    if (!this.packing) return body
    const { attic, labelOf } = this.packing
    return attic.keep(body, labelOf(body))
  }

  private sequence(group: string | undefined): Sequence<Held<Body>> {
    return group === undefined ? this.all : (this.groups.get(group) ?? new Sequence())
  }

  private schedule(body: Body) {
    const at = this.dueOf(body)
    if (at === null) this.dueAt.delete(body.id)
    else this.dueAt.set(body.id, at)
  }

  private groupNames(label: Body): string[] {
    return [this.groupsOf(label)].flat().filter((name) => name !== null)
  }

  private regroup(entry: Entry<Held<Body>>, before: string[], after: string[]) {
    for (const name of before.filter((each) => !after.includes(each))) {
      const group = this.groups.get(name)
      group?.take(entry)
      if (group?.isEmpty) this.groups.delete(name)
    }
    for (const name of after.filter((each) => !before.includes(each))) {
      const group = this.groups.get(name)
      if (group) group.add(entry)
      else this.groups.set(name, new Sequence(entry))
    }
  }
}

function bodyOf<Body>({ held }: Entry<Held<Body>>): Body {
  return isKept(held) ? held.read() : held
}

function labelOf<Body>({ held }: Entry<Held<Body>>): Body {
  return isKept(held) ? held.label : held
}
