import { deflateRawSync, inflateRawSync } from 'node:zlib'

const VALUES_OF_A_BLOCK = 32
const WARM_BLOCKS = 32

/**
 * Keeps what is seldom looked at again, such as events and answers: JSON that says much the same each time. What was
 * put in or read lately stays as it is; the rest is packed, a block at a time, to a tenth of its size.
 */
export class Attic<T> {
  private filling = new Block<T>(this)
  private readonly warm: Block<T>[] = []

  keep(value: T): Kept<T> {
    if (this.filling.size === VALUES_OF_A_BLOCK) {
      this.warmUp(this.filling)
      this.filling = new Block(this)
    }
    return new Kept(this.filling, this.filling.add(value))
  }

  /** Leaves a block unpacked, and packs the one that has been so the longest. */
  warmUp(block: Block<T>) {
    this.warm.push(block)
    if (this.warm.length > WARM_BLOCKS) this.warm.shift()?.pack()
  }
}

/** Where a value lies in an attic. */
export class Kept<T> {
  constructor(
    private readonly block: Block<T>,
    private readonly place: number,
  ) {}

  read(): T {
    return this.block.read(this.place)
  }
}

export function isKept<T>(held: T | Kept<T>): held is Kept<T> {
  return held instanceof Kept
}

class Block<T> {
  private values: T[] | undefined = []
  private packed: Uint8Array | undefined

  constructor(private readonly attic: Attic<T>) {}

  get size(): number {
    return this.values?.length ?? 0
  }

  /** Returns the place it got. */
  add(value: T): number {
    return this.unpack().push(value) - 1
  }

  read(place: number): T {
    const value = this.unpack()[place]
    if (value === undefined) throw new Error('An attic was asked for what it does not hold.')
    return value
  }

  // Copied, for what zlib returns holds on to a larger buffer.
  pack() {
    this.packed ??= new Uint8Array(deflateRawSync(JSON.stringify(this.values)))
    this.values = undefined
  }

  private unpack(): T[] {
    if (this.values) return this.values
    const values: T[] = this.packed ? JSON.parse(inflateRawSync(this.packed).toString()) : []
    this.values = values
    this.attic.warmUp(this)
    return values
  }
}
