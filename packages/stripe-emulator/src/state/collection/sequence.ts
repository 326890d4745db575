interface Placed {
  readonly seq: number
  readonly gone: boolean
}

/** Entries in order of creation. What is gone stays, marked, until it is more than half of all. */
export class Sequence<Entry extends Placed> {
  private list: Entry[]
  private gone = 0

  constructor(...first: Entry[]) {
    this.list = first
  }

  get entries(): readonly Entry[] {
    return this.list
  }

  get size(): number {
    return this.list.length - this.gone
  }

  add(entry: Entry) {
    const last = this.list.at(-1)
    if (!last || last.seq < entry.seq) this.list.push(entry)
    else this.list.splice(this.firstAtOrAbove(entry.seq), 0, entry)
  }

  /** Leaves out an entry that goes on elsewhere. */
  take(entry: Entry) {
    const place = this.list.indexOf(entry, this.firstAtOrAbove(entry.seq))
    if (place !== -1) this.list.splice(place, 1)
  }

  /** Counts an entry that was marked as gone. Whoever is going through the old list may go on with it. */
  lose() {
    this.gone += 1
    if (this.gone * 2 <= this.list.length) return
    this.list = this.list.filter((entry) => !entry.gone)
    this.gone = 0
  }

  firstAtOrAbove(seq: number): number {
    let low = 0
    let high = this.list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.list[middle]?.seq ?? 0) < seq) low = middle + 1
      else high = middle
    }
    return low
  }
}
