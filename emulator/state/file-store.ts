import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Row, Store } from './store'

/** State in a folder, for the emulator served alone: one line a commit, the latest word on a row wins. */
export function fileStore(folder: string): Store {
  const path = join(folder, 'rows.jsonl')
  return {
    load: async () => {
      await mkdir(folder, { recursive: true })
      const rows = latest(await readCommits(path))
      await rewrite(path, rows)
      return rows
    },
    commit: (rows) => append(path, rows),
  }
}

/** A last line that was cut off by a crash was never acknowledged, so it is dropped. */
async function readCommits(path: string): Promise<Row[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const lines = text.split('\n').slice(0, -1)
  return lines.flatMap((line): Row[] => JSON.parse(line))
}

function latest(rows: Row[]): Row[] {
  const kept = new Map(rows.map((row) => [`${row.account} ${row.kind} ${row.id}`, row]))
  return [...kept.values()].filter((row) => row.body !== null).sort((a, b) => a.seq - b.seq)
}

async function rewrite(path: string, rows: Row[]) {
  const fresh = `${path}.new`
  const file = await open(fresh, 'w')
  await file.writeFile(rows.length > 0 ? `${JSON.stringify(rows)}\n` : '')
  await file.sync()
  await file.close()
  await rename(fresh, path)
}

async function append(path: string, rows: Row[]) {
  const file = await open(path, 'a')
  await file.writeFile(`${JSON.stringify(rows)}\n`)
  await file.sync()
  await file.close()
}
