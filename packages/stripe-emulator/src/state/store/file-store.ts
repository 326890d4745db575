import { createReadStream } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Row, Store } from './store'

/** Keeps state in a folder, for the emulator served alone: one line a commit, the latest word on a row wins. */
export function fileStore(folder: string): Store {
  const path = join(folder, 'rows.jsonl')
  return {
    load: () => tidied(folder, path),
    commit: (rows) => append(path, rows),
  }
}

/** What is still true of the file, which is written anew on the way. It may be larger than a string can be. */
async function* tidied(folder: string, path: string): AsyncGenerator<Row> {
  await mkdir(folder, { recursive: true })
  const last = await lastPlaces(path)
  const fresh = await open(`${path}.new`, 'w')
  let place = 0
  for await (const commit of commitsIn(path)) {
    const places = commit.map((row) => ({ row, isLast: last.get(keyOf(row)) === place++ }))
    const rows = places.filter(({ row, isLast }) => isLast && row.body !== null).map(({ row }) => row)
    if (rows.length > 0) await fresh.write(lineOf(rows))
    yield* rows
  }
  await fresh.sync()
  await fresh.close()
  await rename(`${path}.new`, path)
}

/** Where in the file the latest word on each row stands. */
async function lastPlaces(path: string): Promise<Map<string, number>> {
  const last = new Map<string, number>()
  let place = 0
  for await (const commit of commitsIn(path)) {
    for (const row of commit) last.set(keyOf(row), place++)
  }
  return last
}

/** A last line that was cut off by a crash was never acknowledged, so it is dropped. */
async function* commitsIn(path: string): AsyncGenerator<Row[]> {
  let begun = ''
  for await (const text of textOf(path)) {
    const lines = (begun + text).split('\n')
    begun = lines.pop() ?? ''
    for (const line of lines) {
      const rows: Row[] = JSON.parse(line)
      yield rows
    }
  }
}

/** A file that is not there yet is empty. */
async function* textOf(path: string): AsyncGenerator<string> {
  const file = await open(path, 'a')
  await file.close()
  yield* createReadStream(path, { encoding: 'utf8' })
}

async function append(path: string, rows: Row[]) {
  const file = await open(path, 'a')
  await file.writeFile(lineOf(rows))
  await file.sync()
  await file.close()
}

function lineOf(rows: Row[]): string {
  return `${JSON.stringify(rows)}\n`
}

function keyOf({ account, kind, id }: Row): string {
  return `${account} ${kind} ${id}`
}
