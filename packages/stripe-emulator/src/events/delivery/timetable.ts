interface Dated {
  id: string
  /** Milliseconds. */
  nextAttemptAt: number
}

/** What waits for its time, the soonest last, so that taking what is due never looks at the rest. */
export class Timetable<T extends Dated> {
  private readonly waiting: T[] = []

  get soonest(): number | undefined {
    return this.waiting.at(-1)?.nextAttemptAt
  }

  /** Of several at the same time, the first to come is the first to go. */
  add(thing: T) {
    let low = 0
    let high = this.waiting.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.waiting[middle]?.nextAttemptAt ?? 0) <= thing.nextAttemptAt) high = middle
      else low = middle + 1
    }
    this.waiting.splice(low, 0, thing)
  }

  remove(id: string) {
    const place = this.waiting.findIndex((thing) => thing.id === id)
    if (place !== -1) this.waiting.splice(place, 1)
  }

  /** Takes out all that is due by then, the soonest first. */
  take(until: number): T[] {
    let first = this.waiting.length
    while (first > 0 && (this.waiting[first - 1]?.nextAttemptAt ?? 0) <= until) first -= 1
    return this.waiting.splice(first).reverse()
  }
}
