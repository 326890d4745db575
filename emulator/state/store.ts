/** One kept thing. `seq` is the order of creation over all accounts; a null body means it is gone. */
export interface Row {
  account: string
  kind: string
  id: string
  seq: number
  body: unknown
}

/** Where state outlives the process. Read once at the start; a commit is all or nothing. */
export interface Store {
  load(): Promise<Row[]>
  commit(rows: Row[]): Promise<void>
}

export function memoryStore(): Store {
  const kept = new Map<string, string>()
  return {
    load: async () => [...kept.values()].map((text): Row => JSON.parse(text)),
    commit: async (rows) => {
      for (const row of rows) {
        const key = `${row.account} ${row.kind} ${row.id}`
        if (row.body === null) kept.delete(key)
        else kept.set(key, JSON.stringify(row))
      }
    },
  }
}
