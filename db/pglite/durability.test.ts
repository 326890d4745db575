import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { rateLimits } from '@/db/schema/rate-limits'
import { play } from '@/db/testing/process'
import { openPgliteFolder } from './pglite'

test('a process killed while it writes to PGlite loses nothing it said was kept', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'centwise-kill-'))
  const kept: string[] = []
  for (const prefix of ['first-', 'second-']) {
    const { nextLine, kill } = play('insert', prefix, { CENTWISE_DATA_DIR: dataDir, DATABASE_URL: '' })
    for (let i = 0; i < 25; i++) kept.push((await nextLine()) ?? 'the process ended by itself')
    await kill()
  }
  const store = await openPgliteFolder(path.join(dataDir, 'pglite'))
  const found = new Set(
    (await store.db.select({ key: rateLimits.key }).from(rateLimits)).map(({ key }) => key),
  )
  await store.close()
  rmSync(dataDir, { recursive: true })
  expect(kept.filter((key) => !found.has(key))).toEqual([])
}, 120_000)
