import type { Collections, Database } from './database'
import type { Kind, Kinds } from './kinds'
import type { Row } from './store/store'

/** The writes of one request. They are visible at once; `rows` keeps them, `undo` takes them back. */
export class Change {
  private readonly touched = new Map<string, () => Row>()
  private readonly undoing: (() => void)[] = []

  constructor(private readonly database: Database) {}

  collections(account: string): Collections {
    return this.database.collections(account)
  }

  /** A change of its own on the same state. */
  another(): Change {
    return new Change(this.database)
  }

  put<K extends Kind>(account: string, kind: K, body: Kinds[K]) {
    const collection = this.database.collections(account)[kind]
    const before = collection.get(body.id)
    const seq = collection.seqOf(body.id) ?? this.database.nextSeq()
    collection.put(body, seq)
    this.undoing.push(() => (before ? collection.put(before, seq) : collection.remove(body.id)))
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
    const collection = this.database.collections(account)[kind]
    const before = collection.get(id)
    const seq = collection.seqOf(id)
    if (!before || seq === undefined) return
    collection.remove(id)
    this.undoing.push(() => collection.put(before, seq))
    this.touch(account, kind, id, seq)
  }

  private touch(account: string, kind: Kind, id: string, seq: number) {
    const collection = this.database.collections(account)[kind]
    this.touched.set(`${account} ${kind} ${id}`, () => ({
      account,
      kind,
      id,
      seq,
      body: collection.get(id) ?? null,
    }))
  }
}
