/** One kept thing. `seq` is the order of creation over all accounts; a null body means it is gone. */
export interface Row {
  account: string
  kind: string
  id: string
  seq: number
  body: unknown
}

/** Where state outlives the process. Read once at the start, in pieces; a commit is all or nothing. */
export interface Store {
  load(): AsyncIterable<Row>
  commit(rows: Row[]): Promise<void>
}

/** State that ends with the process. @internal Tests restart emulators on it. */
export function memoryStore(): Store {
  const kept = new Map<string, string>()
  return {
    load: async function* () {
      for (const text of kept.values()) {
        const row: Row = JSON.parse(text)
        yield row
      }
    },
    commit: async (rows) => {
      for (const row of rows) {
        const key = `${row.account} ${row.kind} ${row.id}`
        if (row.body === null) kept.delete(key)
        else kept.set(key, JSON.stringify(row))
      }
    },
  }
}
