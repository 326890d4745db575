export interface Entry<Body> {
  readonly seq: number
  body: Body
  gone: boolean
}

/** All things of one kind in one account: by id, in order of creation, by one field, and by when it is due. */
export class Shelf<Body extends { id: string }> {
  private readonly byId = new Map<string, Entry<Body>>()
  private readonly order: Entry<Body>[] = []
  private readonly groups = new Map<string, Set<string>>()
  private readonly dueAt = new Map<string, number>()

  constructor(
    private readonly groupOf: (body: Body) => string | null = () => null,
    /** When something happens to a body by itself, in unix seconds. */
    private readonly dueOf: (body: Body) => number | null = () => null,
  ) {}

  get size(): number {
    return this.byId.size
  }

  get(id: string): Body | undefined {
    return this.byId.get(id)?.body
  }

  seqOf(id: string): number | undefined {
    return this.byId.get(id)?.seq
  }

  put(body: Body, seq: number) {
    const entry = this.byId.get(body.id)
    if (entry) {
      this.ungroup(entry.body)
      entry.body = body
    } else {
      const fresh: Entry<Body> = { seq, body, gone: false }
      this.byId.set(body.id, fresh)
      this.place(fresh)
    }
    this.group(body)
    this.schedule(body)
  }

  remove(id: string) {
    const entry = this.byId.get(id)
    if (!entry) return
    entry.gone = true
    this.byId.delete(id)
    this.dueAt.delete(id)
    this.ungroup(entry.body)
    if (this.order.at(-1) === entry) this.order.pop()
  }

  /** Newest first, from just below `seq`, without copying: a page of a long shelf costs a page. */
  *newestFirst(seq = Number.POSITIVE_INFINITY): Generator<Body> {
    for (let index = this.firstAtOrAbove(seq) - 1; index >= 0; index--) {
      const entry = this.order[index]
      if (entry && !entry.gone) yield entry.body
    }
  }

  /** Oldest first, from just above `seq`. */
  *oldestFirst(seq = 0): Generator<Body> {
    for (let index = this.firstAtOrAbove(seq + 1); index < this.order.length; index++) {
      const entry = this.order[index]
      if (entry && !entry.gone) yield entry.body
    }
  }

  /** Those whose grouping field has this value, oldest first. */
  inGroup(value: string): Body[] {
    const entries = [...(this.groups.get(value) ?? [])].flatMap((id) => this.byId.get(id) ?? [])
    return entries.sort((a, b) => a.seq - b.seq).map((entry) => entry.body)
  }

  /** All that waits for its time, with that time, in no order. */
  due(): IterableIterator<[id: string, at: number]> {
    return this.dueAt.entries()
  }

  private schedule(body: Body) {
    const at = this.dueOf(body)
    if (at === null) this.dueAt.delete(body.id)
    else this.dueAt.set(body.id, at)
  }

  // Only what is taken back after a refusal is older than the last one.
  private place(entry: Entry<Body>) {
    this.order.splice(this.firstAtOrAbove(entry.seq), 0, entry)
  }

  private firstAtOrAbove(seq: number): number {
    let low = 0
    let high = this.order.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.order[middle]?.seq ?? 0) < seq) low = middle + 1
      else high = middle
    }
    return low
  }

  private group(body: Body) {
    const value = this.groupOf(body)
    if (value === null) return
    const ids = this.groups.get(value)
    if (ids) ids.add(body.id)
    else this.groups.set(value, new Set([body.id]))
  }

  private ungroup(body: Body) {
    const value = this.groupOf(body)
    if (value === null) return
    const ids = this.groups.get(value)
    ids?.delete(body.id)
    if (ids?.size === 0) this.groups.delete(value)
  }
}
