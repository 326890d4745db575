import type { Ledger, Shelves } from './database'
import type { Kind, Kinds } from './kinds'
import type { Row } from './store/store'

/** The writes of one request. They are visible at once; `rows` keeps them, `undo` takes them back. */
export class Change {
  private readonly touched = new Map<string, () => Row>()
  private readonly undoing: (() => void)[] = []

  constructor(private readonly ledger: Ledger) {}

  shelves(account: string): Shelves {
    return this.ledger.shelves(account)
  }

  /** A change of its own on the same state. */
  another(): Change {
    return new Change(this.ledger)
  }

  put<K extends Kind>(account: string, kind: K, body: Kinds[K]) {
    const shelf = this.ledger.shelves(account)[kind]
    const before = shelf.get(body.id)
    const seq = shelf.seqOf(body.id) ?? this.ledger.nextSeq()
    shelf.put(body, seq)
    this.undoing.push(() => (before ? shelf.put(before, seq) : shelf.remove(body.id)))
    this.touch(account, kind, body.id, seq)
  }

  remove(account: string, kind: Kind, id: string) {
    this.removeFrom(account, kind, id)
  }

  /** Each touched thing once, as it stands now. */
  rows(): Row[] {
    return [...this.touched.values()].map((row) => row())
  }

  undo() {
    for (const step of this.undoing.reverse()) step()
    this.undoing.length = 0
    this.touched.clear()
  }

  private removeFrom<K extends Kind>(account: string, kind: K, id: string) {
    const shelf = this.ledger.shelves(account)[kind]
    const before = shelf.get(id)
    const seq = shelf.seqOf(id)
    if (!before || seq === undefined) return
    shelf.remove(id)
    this.undoing.push(() => shelf.put(before, seq))
    this.touch(account, kind, id, seq)
  }

  private touch(account: string, kind: Kind, id: string, seq: number) {
    const shelf = this.ledger.shelves(account)[kind]
    this.touched.set(`${account} ${kind} ${id}`, () => ({
      account,
      kind,
      id,
      seq,
      body: shelf.get(id) ?? null,
    }))
  }
}
