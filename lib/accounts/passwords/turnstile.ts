/** Lets a few pieces of costly work run at once, some more wait in line, and turns the rest away. */
export class Turnstile {
  /** How many pieces of work were let through since the start. */
  passed = 0
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(
    private readonly atOnce: number,
    private readonly inLine: number,
  ) {}

  /** Null: the line was full, and the work was not begun. */
  async pass<T>(work: () => Promise<T>): Promise<{ done: T } | null> {
    if (this.#running >= this.atOnce) {
      if (this.#waiting.length >= this.inLine) return null
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    } else this.#running += 1
    this.passed += 1
    try {
      return { done: await work() }
    } finally {
      this.#handOver()
    }
  }

  // The place goes straight to the next in line, so that nobody who arrives now can take it.
  #handOver() {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#running -= 1
  }
}
