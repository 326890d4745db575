import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, expect } from 'vitest'
import { CACHE } from '../schema/installed'
import { type Disagreement, difference } from './difference'
import type { Exchange } from './recorder'

type Row = Disagreement & { rule: string }

const PARTS = `${CACHE}conformance/`
const REPORT = `${CACHE}conformance-report.json`

const rows: Row[] = []
let compared = 0

/** Notes where the real Stripe and the emulator differed in a rule. */
export function reportDifference(rule: string, real: Exchange[], emulator: Exchange[]) {
  compared += 1
  rows.push(...difference(real, emulator).map((each) => ({ rule, ...each })))
}

afterAll(() => {
  if (compared === 0) return
  const path = expect.getState().testPath ?? ''
  mkdirSync(PARTS, { recursive: true })
  write(`${PARTS}${path.split('/conformance/')[1]?.replaceAll('/', '.') ?? basename(path)}.json`, rows)
  write(REPORT, readdirSync(PARTS).flatMap(readPart))
  console.log(`${compared} rules compared with the real Stripe, ${rows.length} differences (${REPORT})`)
  if (rows.length > 0) console.table(rows.map(({ rule: _, ...row }) => row))
})

function readPart(file: string): Row[] {
  return file.endsWith('.json') ? JSON.parse(readFileSync(`${PARTS}${file}`, 'utf8')) : []
}

/** Moved into place, for several files of rules finish at once. */
function write(path: string, content: Row[]) {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(content, null, 2))
  renameSync(draft, path)
}
