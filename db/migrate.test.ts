import { expect, test } from 'vitest'
import { installStore } from './connection'
import { openPostgres } from './postgres/postgres'
import { workspaces } from './schema/workspaces'
import { asSystem } from './system'
import { createPostgres } from './testing/postgres'
import { play } from './testing/process'
import { onPostgres } from './testing/testing'

onPostgres((adminUrl) => {
  test('four processes that start at once on an empty database are all ready, and it is seeded once', async () => {
    const { url, drop } = await createPostgres(adminUrl)
    const processes = Array.from({ length: 4 }, () => play('prepare', '', { DATABASE_URL: url }))
    expect(await Promise.all(processes.map(({ nextLine }) => nextLine()))).toEqual(Array(4).fill('ready'))
    expect(await Promise.all(processes.map(({ exit }) => exit))).toEqual(Array(4).fill(0))

    const store = openPostgres(url)
    installStore(store)
    expect(await asSystem((tx) => tx.$count(workspaces))).toBe(1)
    installStore(undefined)
    await store.close()
    await drop()
  }, 120_000)
})
