import { emulator } from './emulator/emulator'
import { browser } from './rows/browser'
import { list } from './rows/list'
import { live } from './rows/live'
import { send } from './rows/send'
import { webhook } from './rows/webhook'
import { type Row, tableOf } from './support/table'

// npm run bench [-- name…] [--pglite]
const BENCHES: Record<string, () => Promise<Row[]>> = { send, webhook, list, live, browser, emulator }

async function main() {
  const named = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
  const unknown = named.filter((name) => !BENCHES[name])
  if (unknown.length > 0) throw new Error(`No such benchmark: ${unknown}. There are ${Object.keys(BENCHES)}.`)
  const rows: Row[] = []
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (named.length > 0 && !named.includes(name)) continue
    console.log(`… ${name}`)
    rows.push(...(await bench()))
  }
  console.log(`\n${tableOf(rows)}`)
}

await main()
