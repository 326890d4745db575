import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPgliteInMemory } from '@/db/pglite/pglite'

const MIGRATIONS = path.join(process.cwd(), 'db', 'migrations')

/** A migrated PGlite in memory, from a dump that the first test to need it leaves for the others. */
export async function openMigratedPglite() {
  const dump = path.join(tmpdir(), `centwise-test-${hashOfMigrations()}.tgz`)
  if (!existsSync(dump)) await writeDump(dump)
  return openPgliteInMemory(new Blob([readFileSync(dump)], { type: 'application/gzip' }))
}

async function writeDump(file: string) {
  const store = await openPgliteInMemory()
  await store.migrate(MIGRATIONS, async () => {})
  const dump = await store.client.dumpDataDir('gzip')
  await store.close()
  // Several test files may do this at once: the last rename wins, and each leaves a whole file.
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, Buffer.from(await dump.arrayBuffer()))
  renameSync(draft, file)
}

function hashOfMigrations() {
  const hash = createHash('sha256')
  for (const name of readdirSync(MIGRATIONS).sort())
    if (name.endsWith('.sql')) hash.update(readFileSync(path.join(MIGRATIONS, name)))
  hash.update(readFileSync(path.join(process.cwd(), 'node_modules/@electric-sql/pglite/package.json')))
  return hash.digest('hex').slice(0, 16)
}
