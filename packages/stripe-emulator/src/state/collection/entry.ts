import type { ColdStorage, Kept } from './cold-storage'

/** One thing in a collection. */
export interface Entry<Body, Label> {
  /** Its place in the order of creation. */
  readonly seq: number
  gone: boolean
  /** What lists may ask of it: all of it, unless it is packed. */
  readonly label: Label
  read(): Body
  put(body: Body): void
}

/** Keeps its body as it is. */
export class HotEntry<Body> implements Entry<Body, Body> {
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
export interface Packing<Body, Label> {
  storage: ColdStorage
  labelOf: (body: Body) => Label
}

/** Keeps its body in cold storage, and its label in memory. */
export class ColdEntry<Body, Label> implements Entry<Body, Label> {
  gone = false
  label: Label
  private kept: Kept<Body>

  constructor(
    readonly seq: number,
    private readonly packing: Packing<Body, Label>,
    body: Body,
  ) {
    this.label = packing.labelOf(body)
    this.kept = packing.storage.keep(body)
  }

  read(): Body {
    return this.kept.read()
  }

  put(body: Body) {
    this.label = this.packing.labelOf(body)
    this.kept = this.packing.storage.keep(body)
  }
}
