import type { Block, ColdStorage } from './cold-storage'

/** One thing in a collection. */
export interface Entry<Body> {
  /** Its place in the order of creation. */
  readonly seq: number
  gone: boolean
  /** What lists may ask of it: all of it, unless it is packed. */
  readonly label: Body
  read(): Body
  put(body: Body): void
}

/** Kept as it is. */
export class HotEntry<Body> implements Entry<Body> {
  gone = false

  constructor(
    readonly seq: number,
    private body: Body,
  ) {}

  get label(): Body {
    return this.body
  }

  read(): Body {
    return this.body
  }

  put(body: Body) {
    this.body = body
  }
}

/** How bodies are kept that are many, and seldom looked at. */
export interface Packing<Body> {
  storage: ColdStorage
  /** The same with everything left out that no list asks for. */
  labelOf: (body: Body) => Body
}

/** Kept in cold storage, with its label at hand. */
export class ColdEntry<Body> implements Entry<Body> {
  gone = false
  label: Body
  private block: Block
  private place: number

  constructor(
    readonly seq: number,
    private readonly packing: Packing<Body>,
    body: Body,
  ) {
    this.label = packing.labelOf(body)
    ;[this.block, this.place] = packing.storage.keep(body)
  }

  read(): Body {
    const value = this.block.at(this.place)
    if (isWhatWasKept(this, value)) return value
    throw new Error('Cold storage was asked for what it does not hold.')
  }

  put(body: Body) {
    this.label = this.packing.labelOf(body)
    ;[this.block, this.place] = this.packing.storage.keep(body)
  }
}

/** A value comes back as it was put in. */
function isWhatWasKept<Body>(_entry: ColdEntry<Body>, value: unknown): value is Body {
  return value !== undefined
}
