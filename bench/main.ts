import { emulator } from './emulator/emulator'
import { browser } from './rows/browser'
import { list } from './rows/list'
import { live } from './rows/live'
import { memory } from './rows/memory'
import { press } from './rows/press'
import { search } from './rows/search'
import { send } from './rows/send'
import { statements } from './rows/statements'
import { streams } from './rows/streams'
import { webhook } from './rows/webhook'
import { type Row, tableOf } from './support/table'

// npm run bench [-- name…] [--pglite] [--million] [--long]
const BENCHES: Record<string, () => Promise<Row[]>> = {
  send,
  list,
  webhook,
  statements,
  live,
  search,
  press,
  browser,
  memory,
  streams,
  emulator,
}

async function main() {
  const named = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
  const unknown = named.filter((name) => !BENCHES[name])
  if (unknown.length > 0) throw new Error(`No such benchmark: ${unknown}. There are ${Object.keys(BENCHES)}.`)
  const rows: Row[] = []
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (named.length > 0 && !named.includes(name)) continue
    console.log(`… ${name}`)
    const found = await bench()
    // At once, so that a benchmark that breaks off takes nothing of those before it along.
    console.log(tableOf(found))
    rows.push(...found)
  }
  console.log(`\n${tableOf(rows)}`)
}

await main()
