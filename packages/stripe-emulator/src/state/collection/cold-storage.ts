import { deflateRawSync, inflateRawSync } from 'node:zlib'

const VALUES_OF_A_BLOCK = 32
const WARM_BLOCKS = 4

/**
 * Keeps what is seldom looked at again, such as events and answers: JSON that says much the same each time. What was
 * put in or read lately stays as it is; the rest is packed, a block at a time, to a fifteenth of its size.
 */
export class ColdStorage {
  private filling = new Block(this)
  private readonly warm: Block[] = []

  /** Puts a value in, and returns the way to read it again. */
  keep<T>(value: T): Kept<T> {
    if (this.filling.size === VALUES_OF_A_BLOCK) {
      this.warmUp(this.filling)
      this.filling = new Block(this)
    }
    return new Kept(this.filling, this.filling.add(value))
  }

  /** Leaves a block unpacked, and packs the one that has been so the longest. */
  warmUp(block: Block) {
    this.warm.push(block)
    if (this.warm.length > WARM_BLOCKS) this.warm.shift()?.pack()
  }
}

/** A value in cold storage. */
export class Kept<T> {
  constructor(
    private readonly block: Block,
    private readonly place: number,
  ) {}

  // A block holds values of several types. This one was put in as a T, and JSON gives it back as one.
  read(): T {
    return this.block.at(this.place) as T
  }
}

/** Values that are packed together. */
class Block {
  private values: unknown[] | undefined = []
  private packed: Uint8Array | undefined

  constructor(private readonly storage: ColdStorage) {}

  get size(): number {
    return this.values?.length ?? 0
  }

  /** Returns the place it got. */
  add(value: unknown): number {
    return this.unpack().push(value) - 1
  }

  at(place: number): unknown {
    return this.unpack()[place]
  }

  // Copied, for what zlib returns holds on to a larger buffer.
  pack() {
    this.packed ??= new Uint8Array(deflateRawSync(JSON.stringify(this.values)))
    this.values = undefined
  }

  private unpack(): unknown[] {
    if (this.values) return this.values
    const values: unknown[] = this.packed ? JSON.parse(inflateRawSync(this.packed).toString()) : []
    this.values = values
    this.storage.warmUp(this)
    return values
  }
}
